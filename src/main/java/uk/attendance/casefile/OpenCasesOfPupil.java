package uk.attendance.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.policy.Unit;
import uk.attendance.policy.Wait;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolCalendar;

/** A pupil's open cases stand still while a hold lasts, and go on as if it had not been. */
@Component
class OpenCasesOfPupil {

  private final CaseFiles cases;
  private final Deadlines deadlines;
  private final Timers timers;
  private final Timeline timeline;
  private final Calendars calendars;

  OpenCasesOfPupil(
      CaseFiles cases, Deadlines deadlines, Timers timers, Timeline timeline, Calendars calendars) {
    this.cases = cases;
    this.deadlines = deadlines;
    this.timers = timers;
    this.timeline = timeline;
    this.calendars = calendars;
  }

  void stop(PupilId pupil, Actor by) {
    List<CaseFile> open = cases.openOf(pupil);
    timers.suspend(instances(open));
    open.forEach(file -> write(file, EntryKind.HELD, Hold.SENTENCE, by));
  }

  /** What was late before the hold stays late; all else moves by the school days held. */
  void goOn(Hold hold, Instant now, Actor by) {
    List<CaseFile> open = cases.openOf(hold.pupil());
    open.forEach(file -> write(file, EntryKind.RELEASED, "The hold was released", by));
    Counting counting = new Counting(calendars.of(hold.school()));
    for (CaseDeadline deadline : deadlines.open(hold.pupil())) {
      if (deadline.at().isAfter(hold.placedAt())) {
        moveOn(deadline, since(deadline, hold), now, counting, by);
      }
    }
    timers.resume(instances(open));
  }

  /** What opened during the hold was held from then on. */
  private static Instant since(CaseDeadline deadline, Hold hold) {
    return deadline.openedAt().isAfter(hold.placedAt()) ? deadline.openedAt() : hold.placedAt();
  }

  private void moveOn(
      CaseDeadline deadline, Instant since, Instant now, Counting counting, Actor by) {
    if (deadline.isByTheClock()) {
      Instant later = deadline.at().plus(Duration.between(since, now));
      deadlines.move(
          deadline, counting.of(deadline.counted(), later, deadline.from()), "it was on hold", by);
      return;
    }
    LocalDate released = SchoolCalendar.dayOf(now);
    int days = counting.schoolDays(SchoolCalendar.dayOf(since), released);
    if (days > 0) {
      deadlines.move(
          deadline,
          counting.due(new Wait(days, Unit.SCHOOL_DAYS), now, deadline.on()),
          "it was on hold for %d school day%s".formatted(days, days == 1 ? "" : "s"),
          by);
    }
  }

  private void write(CaseFile file, EntryKind kind, String words, Actor by) {
    timeline.write(file.id(), kind, null, words, null, null, by);
  }

  private static List<String> instances(List<CaseFile> open) {
    return open.stream().map(CaseFile::instance).toList();
  }
}
