package uk.attendance.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.policy.Unit;
import uk.attendance.policy.Wait;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/**
 * Holds by the safeguarding lead: the timers of a pupil's cases stop, tasks stay and show only a
 * sentence, messages are delivered as ever. On release each open deadline moves by the school days
 * held.
 */
@Component
public class Holds {

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final DeadlineTable table;
  private final Deadlines deadlines;
  private final Timers timers;
  private final Timeline timeline;
  private final Calendars calendars;
  private final Retrying retrying;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Holds(
      JdbcClient jdbc,
      CaseFiles cases,
      DeadlineTable table,
      Deadlines deadlines,
      Timers timers,
      Timeline timeline,
      Calendars calendars,
      Retrying retrying,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.table = table;
    this.deadlines = deadlines;
    this.timers = timers;
    this.timeline = timeline;
    this.calendars = calendars;
    this.retrying = retrying;
    this.events = events;
    this.clock = clock;
  }

  public boolean isHeld(PupilId pupil) {
    return of(pupil).isPresent();
  }

  /** The hold on a pupil now. */
  public Optional<Hold> of(PupilId pupil) {
    return jdbc.sql("select * from case_hold where open_pupil = :pupil")
        .param("pupil", pupil.value())
        .query(Holds::hold)
        .optional();
  }

  /** Holds at a school now, those to be looked at again first. */
  public List<Hold> at(SchoolId school) {
    return jdbc.sql(
            """
            select * from case_hold where school_id = :school and open_pupil is not null
            order by case when review_on is null then 1 else 0 end, review_on, id
            """)
        .param("school", school.value())
        .query(Holds::hold)
        .list();
  }

  /** Every hold there ever was on a pupil, the newest first. */
  public List<Hold> everOf(PupilId pupil) {
    return jdbc.sql("select * from case_hold where pupil_id = :pupil order by id desc")
        .param("pupil", pupil.value())
        .query(Holds::hold)
        .list();
  }

  /** Nothing happens where the pupil is on hold already. */
  public void place(
      SchoolId school, PupilId pupil, String reason, @Nullable LocalDate reviewOn, Actor by) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a hold on pupil " + pupil + " needs a reason");
    }
    retrying.inOneTransaction(
        () -> {
          if (insert(school, pupil, reason, reviewOn, by)) {
            List<CaseFile> open = cases.openOf(pupil);
            timers.suspend(open.stream().map(CaseFile::instance).toList());
            open.forEach(file -> write(file, EntryKind.HELD, Hold.SENTENCE, by));
            events.publishEvent(new PupilHeld(school, pupil, true));
          }
          return pupil;
        });
  }

  /** Nothing happens where the pupil is not on hold. */
  public void release(PupilId pupil, Actor by) {
    retrying.inOneTransaction(
        () -> {
          of(pupil).ifPresent(hold -> release(hold, by));
          return pupil;
        });
  }

  private void release(Hold hold, Actor by) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update case_hold set open_pupil = null, released_by = :by, released_title = :title,
              released_at = :now
            where id = :id
            """)
        .param("by", by.name())
        .param("title", by.title())
        .param("now", TimelineTable.utc(now))
        .param("id", hold.id())
        .update();
    List<CaseFile> open = cases.openOf(hold.pupil());
    Counting counting = new Counting(calendars.of(hold.school()));
    open.forEach(file -> write(file, EntryKind.RELEASED, "The hold was released", by));
    table.open(hold.pupil()).stream()
        .filter(deadline -> deadline.at().isAfter(hold.placedAt()))
        .forEach(deadline -> moveOn(deadline, hold, now, counting, by));
    timers.resume(open.stream().map(CaseFile::instance).toList());
    events.publishEvent(new PupilHeld(hold.school(), hold.pupil(), false));
  }

  private void moveOn(CaseDeadline deadline, Hold hold, Instant now, Counting counting, Actor by) {
    Instant since =
        deadline.openedAt().isAfter(hold.placedAt()) ? deadline.openedAt() : hold.placedAt();
    if (deadline.isByTheClock()) {
      deadlines.move(
          deadline,
          counting.of(
              deadline.counted(),
              deadline.at().plus(Duration.between(since, now)),
              deadline.from()),
          "it was on hold",
          by);
      return;
    }
    int days = counting.schoolDays(SchoolCalendar.dayOf(since), SchoolCalendar.dayOf(now));
    if (days > 0) {
      deadlines.move(
          deadline,
          counting.due(new Wait(days, Unit.SCHOOL_DAYS), now, deadline.on()),
          "it was on hold for %d school day%s".formatted(days, days == 1 ? "" : "s"),
          by);
    }
  }

  private boolean insert(
      SchoolId school, PupilId pupil, String reason, @Nullable LocalDate reviewOn, Actor by) {
    return jdbc.sql(
                """
                insert into case_hold (school_id, pupil_id, open_pupil, reason, review_on, placed_by,
                  placed_title, placed_at)
                select cast(:school as varchar(40)), cast(:pupil as bigint), cast(:pupil as bigint),
                  cast(:reason as varchar(1000)), cast(:reviewOn as date), cast(:by as varchar(120)),
                  cast(:title as varchar(120)), cast(:now as timestamp with time zone)
                where not exists (select 1 from case_hold where open_pupil = :pupil)
                """)
            .param("school", school.value())
            .param("pupil", pupil.value())
            .param("reason", reason)
            .param("reviewOn", reviewOn)
            .param("by", by.name())
            .param("title", by.title())
            .param("now", TimelineTable.utc(clock.instant()))
            .update()
        > 0;
  }

  private void write(CaseFile file, EntryKind kind, String words, Actor by) {
    timeline.write(file.id(), kind, null, words, null, null, by);
  }

  private static Hold hold(ResultSet row, int n) throws SQLException {
    OffsetDateTime released = row.getObject("released_at", OffsetDateTime.class);
    return new Hold(
        row.getLong("id"),
        new SchoolId(row.getString("school_id")),
        new PupilId(row.getLong("pupil_id")),
        row.getString("reason"),
        row.getObject("review_on", LocalDate.class),
        row.getString("placed_by"),
        row.getString("placed_title"),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        row.getString("released_by"),
        released == null ? null : released.toInstant());
  }
}
