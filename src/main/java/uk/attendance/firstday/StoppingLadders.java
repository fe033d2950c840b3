package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.letter.OrderingLetters;
import uk.attendance.policy.RuleId;
import uk.attendance.worklist.OpenTasks;

/** Ends what a case asks for, because the pupil is back or because its marks were corrected. */
@Component
public class StoppingLadders {

  private static final RuleId CORRECTED = new RuleId("NF-R5");

  private final OpenTasks tasks;
  private final RunningCases running;
  private final OrderingLetters letters;
  private final AskingForTheCode asking;
  private final ReadingSpells spells;

  StoppingLadders(
      OpenTasks tasks,
      RunningCases running,
      OrderingLetters letters,
      AskingForTheCode asking,
      ReadingSpells spells) {
    this.tasks = tasks;
    this.running = running;
    this.letters = letters;
    this.asking = asking;
    this.spells = spells;
  }

  /** The ladder stops; the code of what has no reason stays to be decided. */
  public void stopAndAskForTheCode(CaseFile file) {
    stop(file);
    asking.ask(file);
  }

  /** Takes calls and visits away, and messages that have not gone yet. */
  void stop(CaseFile file) {
    boolean asked =
        tasks.of(file.id()).stream().anyMatch(task -> !task.task().equals(FirstDay.DECIDE_CODE));
    if (asked) {
      running.tellAfterwards(
          file.id(), FirstDay.LADDER_STOPPED, Map.of("explained", true), Actor.PROGRAM);
    }
    letters.withdraw(file, "the pupil is no longer away without a reason");
  }

  /**
   * No mark awaits a reason any more: nothing is asked, what waits in the outbox is withdrawn, and
   * where something had gone out about a child who was in school, a person says whether the parents
   * are told to disregard it (NF-R5).
   */
  void corrected(CaseFile file, Spell spell) {
    letters.withdraw(file, "the marks were corrected");
    if (wasInSchool(file, spell) && letters.hasGoneOut(file)) {
      letters.propose(
          "disregard",
          file,
          Map.of("because", "The register was wrong: your child was in school."),
          Why.of(CORRECTED, "A corrected mark counts for everything that was done on it"));
    }
    running.tell(
        file.id(),
        FirstDay.EXPLAINED,
        Map.of("explained", true, "codeWanted", false),
        Actor.PROGRAM);
  }

  /** Whether every mark of the case's first day says so by now. */
  private boolean wasInSchool(CaseFile file, Spell spell) {
    LocalDate first = file.startedOn();
    return spell.seen().contains(first) && spells.wasPresentAllOf(file, first);
  }
}
