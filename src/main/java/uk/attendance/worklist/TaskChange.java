package uk.attendance.worklist;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.AccountId;
import uk.attendance.casefile.TaskId;
import uk.attendance.school.DayWords;

/** What a person wants done with tasks of the list. Each change knows when it may not be made. */
public sealed interface TaskChange {

  /** Why it may not be made, as a sentence; empty when it may. */
  Optional<String> refused(Situation situation);

  /** How the row stands afterwards, and what to tell the person. */
  After after(Situation situation);

  /** Takes them. */
  record Claim(boolean evenFromColleagues) implements TaskChange {

    @Override
    public Optional<String> refused(Situation situation) {
      if (!situation.does()) {
        return Optional.of("It is for the role " + situation.role() + ", which you do not have.");
      }
      if (situation.mine()) {
        return Optional.of("You have it already.");
      }
      return situation.colleagueHasIt() && !evenFromColleagues
          ? Optional.of(situation.holder() + " has it. Take it over only if you two agreed on it.")
          : Optional.empty();
    }

    @Override
    public After after(Situation situation) {
      return After.assigned(situation, situation.by(), "Yours now.", "Claimed");
    }
  }

  /** Puts them back for everybody of the role. */
  record HandBack() implements TaskChange {

    @Override
    public Optional<String> refused(Situation situation) {
      if (situation.task().holder() == null) {
        return Optional.of("Nobody has it; there is nothing to hand back.");
      }
      return situation.mine() || situation.handsOut()
          ? Optional.empty()
          : Optional.of(situation.holder() + " has it, not you.");
    }

    @Override
    public After after(Situation situation) {
      return After.assigned(
          situation,
          null,
          "Back with everybody who has the role " + situation.role() + ".",
          "Handed back");
    }
  }

  /** Gives them to somebody who has the role at the school. */
  record Give(AccountId to) implements TaskChange {

    @Override
    public Optional<String> refused(Situation situation) {
      if (!situation.handsOut()) {
        return Optional.of("It is not yours to give: it is for the role " + situation.role() + ".");
      }
      return situation.colleagues().mayBeGiven(situation.task(), to)
          ? Optional.empty()
          : Optional.of(
              "%s cannot take it: that needs the role %s at this school and the pupil in sight."
                  .formatted(situation.colleagues().name(to), situation.role()));
    }

    @Override
    public After after(Situation situation) {
      String given = "Given to " + situation.colleagues().name(to);
      return After.assigned(situation, to, given + ".", given);
    }
  }

  /** Hides them until a day; deadlines stand. */
  record Postpone(LocalDate until, String because) implements TaskChange {

    @Override
    public Optional<String> refused(Situation situation) {
      if (!situation.handsOut()) {
        return Optional.of(
            "It is not yours to put off: it is for the role " + situation.role() + ".");
      }
      return until.isAfter(situation.today())
          ? Optional.empty()
          : Optional.of("It can only be put off to a day after today.");
    }

    @Override
    public After after(Situation situation) {
      return After.postponed(
          situation,
          new ListedTask.Postponed(until, because),
          "Out of the list until %s. Its deadline stays %s."
              .formatted(DayWords.full(until), DayWords.full(situation.task().dueOn())),
          "Postponed until %s: %s".formatted(DayWords.full(until), because));
    }
  }

  /** Lists them again before that day. */
  record BringBack() implements TaskChange {

    @Override
    public Optional<String> refused(Situation situation) {
      if (situation.task().postponed() == null) {
        return Optional.of("It is in the list already.");
      }
      return situation.handsOut()
          ? Optional.empty()
          : Optional.of("It is for the role " + situation.role() + ", which you do not have.");
    }

    @Override
    public After after(Situation situation) {
      return After.postponed(situation, null, "In the list again.", "Back in the list");
    }
  }

  /** A task of the list as the person saw it. */
  record Seen(TaskId task, int revision) {}

  /**
   * One task, and who wants to change it.
   *
   * @param does whether the person does tasks of this role
   * @param handsOut whether the person hands them out
   */
  record Situation(
      ListedTask task,
      AccountId by,
      boolean does,
      boolean handsOut,
      LocalDate today,
      Colleagues colleagues) {

    boolean mine() {
      return task.isHeldBy(by);
    }

    boolean colleagueHasIt() {
      return task.holder() != null && !mine();
    }

    String holder() {
      ListedTask.Holder holder = task.holder();
      return holder == null ? "Nobody" : holder.name();
    }

    String role() {
      return task.role().words();
    }
  }

  /**
   * The row afterwards.
   *
   * @param words for the person who asked
   * @param record for the case's record
   */
  record After(
      @Nullable AccountId assignee,
      ListedTask.@Nullable Postponed postponed,
      String words,
      String record) {

    static After assigned(Situation now, @Nullable AccountId to, String words, String record) {
      return new After(to, now.task().postponed(), words, record);
    }

    static After postponed(
        Situation now, ListedTask.@Nullable Postponed postponed, String words, String record) {
      ListedTask.Holder holder = now.task().holder();
      return new After(holder == null ? null : holder.id(), postponed, words, record);
    }
  }

  /**
   * What came of it, for one task.
   *
   * @param what "Telephone parents, Ada Okafor"
   * @param words what was done, or why not, as a sentence
   * @param colleagueHasIt it would be done after a yes to taking it over
   */
  record Result(
      TaskId task, int revision, String what, boolean done, String words, boolean colleagueHasIt) {}
}
