package uk.attendance.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.policy.Moment;
import uk.attendance.policy.PackVersion;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.Setting;
import uk.attendance.policy.Wait;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Calendars;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/** What is due when, as the pack says it and the school's calendar counts it. */
@Component
public class Deadlines {

  private final DeadlineTable table;
  private final Calendars calendars;
  private final PolicyPacks packs;
  private final Timers timers;
  private final Timeline timeline;
  private final Clock clock;

  Deadlines(
      DeadlineTable table,
      Calendars calendars,
      PolicyPacks packs,
      Timers timers,
      Timeline timeline,
      Clock clock) {
    this.table = table;
    this.calendars = calendars;
    this.packs = packs;
    this.timers = timers;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * When a task is due that opens now.
   *
   * @param task its key, as the pack names the deadline
   * @param from the day of the moment it is counted from; may be null where that is the opening of
   *     the task
   */
  public DueDate due(SchoolId school, PackVersion pack, String task, @Nullable LocalDate from) {
    return due(school, packs.pack(pack).deadline(task), task, from);
  }

  private DueDate due(SchoolId school, Wait wait, String task, @Nullable LocalDate from) {
    Instant now = clock.instant();
    LocalDate first = wait.moment() == Moment.TASK_OPENED ? SchoolCalendar.dayOf(now) : from;
    if (first == null) {
      throw new IllegalArgumentException(
          "the deadline of task '%s' is counted from %s; needed: its day"
              .formatted(task, wait.moment().words()));
    }
    return new Counting(calendars.of(school)).due(wait, now, first);
  }

  /**
   * Keeps the deadline of a task that opened.
   *
   * @param dueAt when the process says it is due; null: at the end of the day
   * @param from days that it may be counted from: the one that leads to that due date is
   */
  public DueDate opened(
      CaseId caseId,
      SchoolId school,
      PackVersion pack,
      String task,
      TaskId id,
      @Nullable Instant dueAt,
      List<LocalDate> from) {
    Instant now = clock.instant();
    LocalDate today = SchoolCalendar.dayOf(now);
    Instant at = dueAt == null ? DueDate.endOf(today) : dueAt;
    DueDate due =
        packs.pack(pack).settings().find("deadlines." + task).stream()
            .flatMap(setting -> counted(school, setting, task, from))
            .filter(counted -> counted.at().equals(at))
            .findFirst()
            .orElseGet(() -> new Counting(calendars.of(school)).of(null, at, today));
    table.insert(caseId, school, task, id, now, due);
    return due;
  }

  private Stream<DueDate> counted(
      SchoolId school, Setting setting, String task, List<LocalDate> from) {
    Wait wait = setting.as(Wait.class);
    return wait.moment() == Moment.TASK_OPENED
        ? Stream.of(due(school, wait, task, null))
        : from.stream().map(day -> due(school, wait, task, day));
  }

  /** The task was answered: kept before it was due, late from then on. */
  public void answered(TaskId task) {
    Instant now = clock.instant();
    table
        .of(task)
        .ifPresent(
            deadline ->
                table.close(
                    task,
                    now.isBefore(deadline.at()) ? DeadlineState.KEPT : DeadlineState.LATE,
                    now));
  }

  /** The task was taken away: nobody need answer it any more. */
  public void withdrawn(TaskId task) {
    table.close(task, DeadlineState.EXCUSED, clock.instant());
  }

  public Optional<CaseDeadline> of(TaskId task) {
    return table.of(task);
  }

  /** All deadlines of a case, open and past, as they came about. */
  public List<CaseDeadline> of(CaseId caseId) {
    return table.of(caseId);
  }

  List<CaseDeadline> open(PupilId pupil) {
    return table.open(pupil);
  }

  /**
   * Makes an open task due on a day, whatever calendars do: its row, due date, timers and worklist
   * move together.
   *
   * @param because as the timeline says it: "still open on school day 2"
   */
  public void moveTo(TaskId task, LocalDate on, String because, Actor by) {
    CaseDeadline deadline =
        table
            .of(task)
            .filter(found -> found.state() == DeadlineState.OPEN)
            .orElseThrow(() -> new TaskNotOpen(task));
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    move(
        deadline,
        new Counting(calendars.of(deadline.school()))
            .of(null, DueDate.endOf(on), today.isAfter(on) ? on : today),
        because,
        by);
  }

  /** Nothing happens where it would stay where it is. */
  void move(CaseDeadline deadline, DueDate due, String because, Actor by) {
    if (due.at().equals(deadline.at())) {
      return;
    }
    table.move(deadline, due);
    timers.move(Objects.requireNonNull(deadline.task()), deadline.at(), due.at());
    timeline.write(
        deadline.caseId(),
        EntryKind.DEADLINE,
        deadline.element(),
        "%s: due %s instead of %s, because %s"
            .formatted(
                deadline.what(), DayWords.full(due.on()), DayWords.full(deadline.on()), because),
        null,
        Objects.requireNonNull(deadline.task()).value(),
        by);
  }
}
