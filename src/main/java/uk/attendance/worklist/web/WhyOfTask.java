package uk.attendance.worklist.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseDeadline;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Why;
import uk.attendance.policy.DecisionTable;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.DayWords;
import uk.attendance.worklist.TaskInSight;

/** Why a task is there: the row of the policy, its rule and words, and what it saw. */
@Component
class WhyOfTask implements TaskPart {

  private final PolicyPacks packs;
  private final Deadlines deadlines;

  WhyOfTask(PolicyPacks packs, Deadlines deadlines) {
    this.packs = packs;
    this.deadlines = deadlines;
  }

  /**
   * @param href the rule on the Policy page
   * @param facts what the row saw, by the table's own questions
   * @param days in words
   * @param deadline how the due day was counted; empty where nothing was left out
   */
  record Content(
      String rule,
      String words,
      String href,
      List<Fact> facts,
      String days,
      String deadline,
      String asked) {}

  record Fact(String question, String answer) {}

  @Override
  public Optional<Card> card(TaskInSight.Open open, Scope scope) {
    Why why = open.task().why();
    return why == null
        ? Optional.empty()
        : Optional.of(new Card(40, "worklist/task-why", content(why, open)));
  }

  private Content content(Why why, TaskInSight.Open open) {
    PolicyPack pack = packs.pack(open.file().pack());
    return new Content(
        why.rule().value(),
        why.words(),
        "/policy/" + pack.id() + anchor(why),
        facts(why, pack),
        days(why),
        deadlines.of(open.task().id()).map(WhyOfTask::skipped).orElse(""),
        TaskWords.moment(open.task().openedAt()));
  }

  private static String anchor(Why why) {
    return why.decision() == null || why.row() == null
        ? ""
        : "#" + why.decision() + "-" + why.row();
  }

  private static List<Fact> facts(Why why, PolicyPack pack) {
    Map<String, String> questions = new TreeMap<>();
    DecisionTable table = why.decision() == null ? null : pack.tables().get(why.decision());
    if (table != null) {
      table.inputs().forEach(input -> questions.put(input.fact(), input.label()));
    }
    List<Fact> facts = new ArrayList<>();
    new TreeMap<>(why.facts())
        .forEach(
            (fact, value) -> facts.add(new Fact(questions.getOrDefault(fact, fact), words(value))));
    return facts;
  }

  private static String words(@Nullable String value) {
    return switch (String.valueOf(value)) {
      case "true" -> "yes";
      case "false" -> "no";
      case "null" -> "not known";
      default -> String.valueOf(value).replace('-', ' ');
    };
  }

  private static String days(Why why) {
    List<String> days = why.days().stream().map(DayWords::withoutYear).toList();
    int last = days.size() - 1;
    return last < 1
        ? String.join("", days)
        : String.join(", ", days.subList(0, last)) + " and " + days.get(last);
  }

  private static String skipped(CaseDeadline deadline) {
    return deadline.skipped().isEmpty()
        ? ""
        : "Not counted: "
            + String.join(
                ", ",
                deadline.skipped().stream()
                    .map(
                        (ClosedDay day) ->
                            DayWords.withoutYear(day.day()) + " (" + day.words() + ")")
                    .toList());
  }
}
