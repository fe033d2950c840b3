package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.worklist.OpenTasks;

/** Has a person decide the code of an absence, once: an open task is not asked for again. */
@Component
public class AskingForTheCode {

  private static final String DUE = "decideAbsenceCodeDue";
  private static final String FROM = "decideAbsenceCodeFrom";
  private static final String WHY = "decideAbsenceCodeWhy";

  private final OpenTasks tasks;
  private final RunningCases running;
  private final Deadlines deadlines;
  private final ReadingSpells spells;
  private final FirstDayRules rules;

  AskingForTheCode(
      OpenTasks tasks,
      RunningCases running,
      Deadlines deadlines,
      ReadingSpells spells,
      FirstDayRules rules) {
    this.tasks = tasks;
    this.running = running;
    this.deadlines = deadlines;
    this.spells = spells;
    this.rules = rules;
  }

  /** By the policy's limit, whatever else is asked (NF-R3, DH-R9, LB-R5). */
  public void ask(CaseFile file) {
    ask(
        file,
        Why.of(
            FirstDayRules.rule(rules.pack(file.pack()), "deadlines." + FirstDay.DECIDE_CODE),
            "Sessions without a reason have their code decided by a person"));
  }

  /** Because a row of the policy asks for it, whose why the case knows already. */
  public void ask(CaseFile file, Why why) {
    if (isAsked(file)) {
      return;
    }
    List<LocalDate> days = spells.of(file).days();
    LocalDate first = days.isEmpty() ? file.startedOn() : days.get(0);
    Why told = new Why(why.decision(), why.row(), why.rule(), why.words(), why.facts(), days);
    running.tellAfterwards(
        file.id(),
        FirstDay.CODE_DUE,
        Map.of(
            DUE,
            Date.from(deadlines.due(file.school(), file.pack(), FirstDay.DECIDE_CODE, first).at()),
            FROM,
            first.toString(),
            WHY,
            WhyJson.write(told)),
        Actor.PROGRAM);
  }

  boolean isAsked(CaseFile file) {
    return tasks.of(file.id()).stream().anyMatch(task -> task.task().equals(FirstDay.DECIDE_CODE));
  }
}
