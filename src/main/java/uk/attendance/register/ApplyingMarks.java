package uk.attendance.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Amendments.Change;
import uk.attendance.register.StagedOutcomes.Summary;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/**
 * Takes staged marks into the register: amendments, conflicts, one MERGE, all in one transaction
 * that holds the school's lock.
 */
@Component
class ApplyingMarks {

  private static final int CHUNK = 2000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK)
          .withZone(SchoolCalendar.ZONE);

  private final JdbcClient jdbc;
  private final StagedMarks staged;
  private final Amendments amendments;
  private final CodesToEnter toEnter;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ApplyingMarks(
      JdbcClient jdbc,
      StagedMarks staged,
      Amendments amendments,
      CodesToEnter toEnter,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.staged = staged;
    this.amendments = amendments;
    this.toEnter = toEnter;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @return when it was done
   */
  Instant apply(RegisterImport file, Summary summary) {
    Instant now = clock.instant();
    ImportCounts counts = summary.counts();
    if (counts.changed() + counts.blanked() + counts.planned() > 0) {
      amend(file, now);
    }
    if (counts.conflicts() > 0) {
      keepConflicts(file);
    }
    if (counts.planned() > 0) {
      toEnter.planned(file);
    }
    if (counts.written() > 0) {
      merge(file);
    }
    compare(file);
    staged.removeAll(file.id());
    LocalDate first = summary.first();
    LocalDate last = summary.last();
    if (first != null && last != null) {
      events.publishEvent(
          new MarksRecorded(file.id(), file.school(), summary.pupils(), first, last));
    }
    return now;
  }

  /** Ticks off the codes of ours that the file shows. */
  void compare(RegisterImport file) {
    toEnter.compare(file);
  }

  /** Where a chunk of changes ended. */
  private record Place(long pupil, LocalDate day, Session session) {

    private static final Place START = new Place(0, LocalDate.EPOCH, Session.AM);

    private static Place of(Change change) {
      return new Place(change.pupil().value(), change.day(), change.session());
    }
  }

  private void amend(RegisterImport file, Instant now) {
    Place last = Place.START;
    List<Change> chunk;
    do {
      chunk = changesAfter(last, file);
      amendments.append(file.school(), chunk, now, file.id());
      last = chunk.isEmpty() ? last : Place.of(chunk.get(chunk.size() - 1));
    } while (chunk.size() == CHUNK);
  }

  private List<Change> changesAfter(Place last, RegisterImport file) {
    String reason =
        "Changed in the school's own system: register file “%s” of %s."
            .formatted(file.fileName(), TIME.format(file.exportedAt()));
    return jdbc.sql(
            """
            select * from staged_outcome
            where import_id = :id
              and (outcome in ('CHANGED', 'BLANKED') or (outcome = 'NEW' and from_plan))
              and (pupil_id > :pupil or (pupil_id = :pupil and marked_on > :day)
                or (pupil_id = :pupil and marked_on = :day and session > :session))
            order by pupil_id, marked_on, session
            limit :chunk
            """)
        .param("id", file.id().value())
        .param("pupil", last.pupil())
        .param("day", last.day())
        .param("session", last.session().name())
        .param("chunk", CHUNK)
        .query((row, n) -> change(row, reason, file.author()))
        .list();
  }

  /** A planned mark is its planner's, whatever file brought the absence. */
  private static Change change(ResultSet row, String reason, Author author) throws SQLException {
    boolean planned = row.getBoolean("from_plan");
    String was = row.getString("was");
    return new Change(
        new PupilId(row.getLong("pupil_id")),
        row.getObject("marked_on", LocalDate.class),
        Session.valueOf(row.getString("session")),
        was == null ? Marks.NONE : was,
        row.getString("code"),
        planned ? "Planned: " + row.getString("planned_reason") : reason,
        planned ? new Author(row.getString("planned_by"), row.getString("planned_title")) : author);
  }

  private void keepConflicts(RegisterImport file) {
    jdbc.sql(
            """
            insert into register_conflict
              (import_id, school_id, pupil_id, marked_on, session, ours, theirs, planned)
            select import_id, cast(:school as varchar(40)), pupil_id, marked_on, session,
              conflict_with, code, not decided_here
            from staged_outcome where import_id = :id and conflict_with is not null
            """)
        .param("school", file.school().value())
        .param("id", file.id().value())
        .update();
  }

  private void merge(RegisterImport file) {
    jdbc.sql(
            """
            merge into mark m
            using (
              select pupil_id, marked_on, session, code, minutes_late, note, from_plan, marked_at
              from staged_outcome
              where import_id = :id and outcome in ('NEW', 'CHANGED', 'BLANKED', 'DETAILED')
            ) o
            on (m.pupil_id = o.pupil_id and m.marked_on = o.marked_on and m.session = o.session)
            when matched then update set code = o.code, minutes_late = o.minutes_late,
              note = o.note, decided_here = o.from_plan, marked_at = o.marked_at
            when not matched then insert (pupil_id, marked_on, session, school_id, code,
              minutes_late, note, decided_here, marked_at)
              values (o.pupil_id, o.marked_on, o.session, cast(:school as varchar(40)), o.code,
                o.minutes_late, o.note, o.from_plan, o.marked_at)
            """)
        .param("id", file.id().value())
        .param("school", file.school().value())
        .update();
  }
}
