package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.policy.DecisionTable;
import uk.attendance.school.DayWords;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;
import uk.attendance.worklist.Submission;

/**
 * From the rows of table first-day-steps to what opens: leaves out what is open (it becomes due
 * today), what was done today, and what is asked once and done in this case.
 */
@Component
public class TodaysSteps {

  public static final String TABLE = "first-day-steps";

  /** How the variable ends that says whether a step is due in this moment. */
  public static final String TODAY = "Today";

  private static final String ONCE = "once";

  /** An answer that leaves the step undone: it may be asked for again on another day. */
  private static final Set<String> UNDONE = Set.of("not-reached", "not-needed");

  private final OpenTasks tasks;
  private final KnownSoFar known;
  private final DoneSteps done;
  private final Deadlines deadlines;
  private final ReadingSpells spells;
  private final FirstDayRules rules;

  TodaysSteps(
      OpenTasks tasks,
      KnownSoFar known,
      DoneSteps done,
      Deadlines deadlines,
      ReadingSpells spells,
      FirstDayRules rules) {
    this.tasks = tasks;
    this.known = known;
    this.done = done;
    this.deadlines = deadlines;
    this.spells = spells;
    this.rules = rules;
  }

  /**
   * @param rows ids of the rows that applied, in the table's order
   * @param seen what they saw, by input
   * @return process variables: whether each step is due and, where it is, until when and why
   */
  public Map<String, Object> choose(CaseFile file, List<String> rows, Map<String, ?> seen) {
    Map<String, DecisionTable.Row> asked = asked(file, rows);
    Map<String, Object> variables = new HashMap<>();
    FirstDay.STEPS.forEach(step -> variables.put(FirstDay.camelCase(step) + TODAY, false));
    boolean missing = asked.containsKey(FirstDay.MISSING_STEP);
    List<LocalDate> days = spells.of(file).days();
    asked.forEach(
        (step, row) -> {
          if (missing ? step.equals(FirstDay.MISSING_STEP) : isDue(file, step, row)) {
            String key = FirstDay.camelCase(step);
            variables.put(key + TODAY, true);
            variables.put(key + "Why", WhyJson.write(why(row, seen, days)));
            if (rules.pack(file.pack()).settings().all().containsKey("deadlines." + step)) {
              LocalDate from = days.isEmpty() ? file.startedOn() : days.get(0);
              variables.put(key + "From", from.toString());
              variables.put(
                  key + "Due",
                  Date.from(deadlines.due(file.school(), file.pack(), step, from).at()));
            }
          }
        });
    return variables;
  }

  /**
   * The first row that asks for each step; a row that asks daily goes before one that asks once.
   */
  private Map<String, DecisionTable.Row> asked(CaseFile file, List<String> rows) {
    DecisionTable table = rules.pack(file.pack()).table(TABLE);
    Map<String, DecisionTable.Row> asked = new LinkedHashMap<>();
    for (String id : rows) {
      DecisionTable.Row row =
          table
              .row(id)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "case %s: table %s of pack %s has no row '%s'"
                              .formatted(file.id(), TABLE, file.pack(), id)));
      asked.merge(
          step(row), row, (first, second) -> isOnce(first) && !isOnce(second) ? second : first);
    }
    return asked;
  }

  private static String step(DecisionTable.Row row) {
    return String.valueOf(row.answers().get(0));
  }

  private static boolean isOnce(DecisionTable.Row row) {
    return ONCE.equals(String.valueOf(row.answers().get(1)));
  }

  private boolean isDue(CaseFile file, String step, DecisionTable.Row row) {
    LocalDate today = rules.today();
    if (FirstDay.LETTERS.contains(step)) {
      Optional<LocalDate> newest = done.newest(file.id(), step);
      return newest.isEmpty() || (!isOnce(row) && newest.get().isBefore(today));
    }
    Optional<OpenTask> open =
        tasks.of(file.id()).stream().filter(task -> task.task().equals(step)).findFirst();
    if (open.isPresent()) {
      becomesDue(open.get(), today);
      return false;
    }
    return known.standing(file).stream()
        .filter(answer -> answer.task().equals(step))
        .noneMatch(answer -> known.isOfToday(answer) || (isOnce(row) && isDone(answer)));
  }

  private static boolean isDone(Submission answer) {
    return !UNDONE.contains(answer.outcome());
  }

  private void becomesDue(OpenTask task, LocalDate today) {
    if (task.dueOn().isBefore(today)) {
      deadlines.moveTo(
          task.id(),
          today,
          "it was not done on %s and is asked for again".formatted(DayWords.full(task.dueOn())),
          Actor.PROGRAM);
    }
  }

  private static Why why(DecisionTable.Row row, Map<String, ?> seen, List<LocalDate> days) {
    Map<String, String> facts = new TreeMap<>();
    seen.forEach((input, fact) -> facts.put(input, String.valueOf(fact)));
    return new Why(TABLE, row.id(), row.rule(), row.words(), facts, days);
  }
}
