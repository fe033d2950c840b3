package uk.attendance.worklist.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.AccountId;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.pupil.Pupil;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.ListedTask;

/**
 * A task as the list shows it.
 *
 * @param choice its id and revision, as a form sends them
 * @param pupil null under a safeguarding hold
 * @param due "due today", "2 school days overdue"
 * @param urgency "late", "today", "later": never by colour alone
 */
record TaskRow(
    String id,
    String choice,
    String name,
    @Nullable Long pupilId,
    @Nullable String pupil,
    String classWords,
    String due,
    String urgency,
    String dueDay,
    String opened,
    @Nullable String who,
    boolean mine,
    String role,
    String school,
    @Nullable Reason why,
    @Nullable String postponed) {

  private static final DateTimeFormatter OPENED =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK);

  /** Why it is there: the rule and its words, what it saw, the days it used. */
  record Reason(String rule, String words, String days) {

    static @Nullable Reason of(@Nullable String json) {
      if (json == null) {
        return null;
      }
      Why why = WhyJson.read(json);
      return new Reason(
          why.rule().value(),
          why.words(),
          String.join(", ", why.days().stream().map(DayWords::withoutYear).toList()));
    }
  }

  static TaskRow of(
      ListedTask task,
      SchoolCalendar calendar,
      LocalDate today,
      AccountId reader,
      String role,
      String school) {
    Pupil pupil = task.pupil();
    ListedTask.Holder holder = task.holder();
    ListedTask.Postponed postponed = task.postponed();
    return new TaskRow(
        task.id().value(),
        task.id().value() + "~" + task.revision(),
        task.name(),
        pupil == null ? null : pupil.id().value(),
        pupil == null ? null : pupil.name(),
        pupil == null ? "" : classWords(pupil),
        calendar.timeLeft(today, task.dueOn()).inWords(),
        task.dueOn().isBefore(today) ? "late" : task.dueOn().isEqual(today) ? "today" : "later",
        DayWords.full(task.dueOn()),
        OPENED.format(task.openedAt().atZone(SchoolCalendar.ZONE)),
        holder == null ? null : holder.name(),
        task.isHeldBy(reader),
        role,
        school,
        Reason.of(task.why()),
        postponed == null || !postponed.until().isAfter(today)
            ? null
            : "Put off until %s: %s"
                .formatted(DayWords.full(postponed.until()), postponed.because()));
  }

  static String classWords(Pupil pupil) {
    return String.join(
        ", ",
        pupil.className() == null
            ? List.of(pupil.year().words())
            : List.of(pupil.year().words(), pupil.className()));
  }
}
