package uk.attendance.school;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The calendars of all schools. Asking for one costs one look at its version; the calendar itself
 * is kept in memory until the version moves, on this node or another. A version is the number of
 * the change that made it and never comes twice, not even after a rollback.
 */
@Repository
public class Calendars {
  private final JdbcClient jdbc;
  private final Map<SchoolId, Kept> kept = new ConcurrentHashMap<>();

  public Calendars(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record OfSchool(SchoolId id) {}

  private record Kept(long version, SchoolCalendar calendar) {}

  /**
   * @throws UnknownSchool when no school has this id
   */
  public SchoolCalendar of(SchoolId school) {
    return OneLook.once(new OfSchool(school), () -> today(school));
  }

  private SchoolCalendar today(SchoolId school) {
    long version = versionOf(school);
    Kept last = kept.get(school);
    if (last == null || last.version != version) {
      last = new Kept(version, read(school));
      kept.put(school, last);
    }
    return last.calendar;
  }

  /** Changes to one calendar, newest first. */
  public List<CalendarChange> changes(SchoolId school, int atMost) {
    return jdbc.sql(
            """
            select first_day, last_day, what, changed_by, changed_at from calendar_change
            where school_id = :school order by id desc limit :atMost
            """)
        .param("school", school.value())
        .param("atMost", atMost)
        .query(
            (row, n) ->
                new CalendarChange(
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class),
                    row.getString("what"),
                    row.getString("changed_by"),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  long versionOf(SchoolId school) {
    return version(school, "");
  }

  /** The version, held for this transaction so that nobody else changes the calendar meanwhile. */
  long lockedVersionOf(SchoolId school) {
    return version(school, " for update");
  }

  private long version(SchoolId school, String lock) {
    return jdbc.sql("select calendar_version from school where id = :school" + lock)
        .param("school", school.value())
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new UnknownSchool(school));
  }

  /** Within the transaction that holds the locked version. */
  void replace(SchoolCalendar calendar, CalendarEdit edit, String by, Instant now) {
    OneLook.forget(new OfSchool(calendar.school()));
    String school = calendar.school().value();
    jdbc.sql("delete from school_period where school_id = :school")
        .param("school", school)
        .update();
    jdbc.sql("delete from special_day where school_id = :school").param("school", school).update();
    for (Period period : calendar.plan().periods()) {
      jdbc.sql(
              """
              insert into school_period (school_id, kind, name, first_day, last_day)
              values (:school, :kind, :name, :first, :last)
              """)
          .param("school", school)
          .param("kind", period.kind().name())
          .param("name", period.name())
          .param("first", Date.valueOf(period.first()))
          .param("last", Date.valueOf(period.last()))
          .update();
    }
    for (SpecialDay special : calendar.plan().specialDays()) {
      jdbc.sql(
              """
              insert into special_day (school_id, day_on, am_open, pm_open, kind, reason)
              values (:school, :day, :am, :pm, :kind, :reason)
              """)
          .param("school", school)
          .param("day", Date.valueOf(special.day()))
          .param("am", special.amOpen())
          .param("pm", special.pmOpen())
          .param("kind", special.kind().name())
          .param("reason", special.reason())
          .update();
    }
    jdbc.sql("update school set calendar_version = :version where id = :school")
        .param("version", record(school, edit, by, now))
        .param("school", school)
        .update();
  }

  private long record(String school, CalendarEdit edit, String by, Instant now) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into calendar_change (school_id, first_day, last_day, what, changed_by, changed_at)
            values (:school, :first, :last, :what, :by, :at)
            """)
        .param("school", school)
        .param("first", Date.valueOf(edit.first()))
        .param("last", Date.valueOf(edit.last()))
        .param("what", edit.what())
        .param("by", by)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update(key, "id");
    Number id = key.getKey();
    if (id == null) {
      throw new IllegalStateException(
          "Could not record a calendar change of school " + school + ": the row got no number");
    }
    return id.longValue();
  }

  private SchoolCalendar read(SchoolId school) {
    List<Period> periods =
        jdbc.sql("select kind, name, first_day, last_day from school_period where school_id = :id")
            .param("id", school.value())
            .query(
                (row, n) ->
                    new Period(
                        Period.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
            .list();
    List<SpecialDay> specialDays =
        jdbc.sql(
                "select day_on, am_open, pm_open, kind, reason from special_day where school_id = :id")
            .param("id", school.value())
            .query(
                (row, n) ->
                    new SpecialDay(
                        row.getObject("day_on", LocalDate.class),
                        row.getBoolean("am_open"),
                        row.getBoolean("pm_open"),
                        ClosureKind.valueOf(row.getString("kind")),
                        row.getString("reason")))
            .list();
    return SchoolCalendar.of(school, new CalendarPlan(periods, specialDays));
  }
}
