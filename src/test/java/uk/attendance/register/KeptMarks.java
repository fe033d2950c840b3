package uk.attendance.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.Database;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.People;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.CalendarEdit;
import uk.attendance.school.Calendars;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/** A school with pupils whose marks are written straight into the table and then made known. */
final class KeptMarks {

  final KeptFigures kept;
  final KeepingFigures keeping;
  private final Database database;
  private final NamedParameterJdbcTemplate jdbc;
  private final ChangingCalendar changing;
  private final List<PupilId> pupils = new ArrayList<>();

  private KeptMarks(Database database) {
    this.database = database;
    this.jdbc = new NamedParameterJdbcTemplate(database.source());
    Clock clock =
        Clock.fixed(
            LocalDate.of(2025, 11, 17).atTime(9, 30).toInstant(ZoneOffset.UTC),
            ZoneId.of("Europe/London"));
    Calendars calendars = new Calendars(database.jdbc());
    kept = new KeptFigures(database.jdbc());
    keeping =
        new KeepingFigures(
            jdbc, new Schools(database.jdbc()), calendars, PolicyPacks.bundled(), clock);
    changing =
        new ChangingCalendar(
            calendars,
            List.of(),
            event -> {
              if (event instanceof uk.attendance.school.CalendarChanged changed) {
                keeping.calendarChanged(changed);
              }
            },
            database.transactions(),
            clock);
  }

  static KeptMarks onH2(int pupils) {
    return with(Database.h2(), pupils);
  }

  void forgetMarks() {
    jdbc.getJdbcTemplate().update("delete from mark");
    jdbc.getJdbcTemplate().update("delete from pupil_figures");
  }

  void close() {
    database.close();
  }

  static KeptMarks with(Database database, int pupils) {
    People people = People.on(database);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < pupils; i++) {
      rows.append(
          "%d,,Ada,Okafor,,14/02/2016,5,%s,01/09/2020,,,,,,,,,,F7\n"
              .formatted(1000 + i, i < 2 ? "Oak" : "Ash"));
    }
    people.bringInPupils(rows.toString());
    KeptMarks marks = new KeptMarks(database);
    for (int i = 0; i < pupils; i++) {
      marks.pupils.add(
          new PupilId(
              database
                  .jdbc()
                  .sql("select id from pupil where admission_no = :number")
                  .param("number", String.valueOf(1000 + i))
                  .query(Long.class)
                  .single()));
    }
    marks.changing.setUp(People.OAK, MadeUpMarks.PLAN, "Jo, office");
    return marks;
  }

  PupilId pupil(int index) {
    return pupils.get(index);
  }

  Optional<Figures> figures(PupilId pupil) {
    return kept.of(pupil, MadeUpMarks.YEAR, Scope.ofTheSystem(People.OAK));
  }

  void record(PupilId pupil, MadeUpMarks marks) {
    record(Set.of(pupil), marks);
  }

  void recordForAll(MadeUpMarks marks) {
    record(Set.copyOf(pupils), marks);
  }

  private void record(Set<PupilId> whose, MadeUpMarks marks) {
    TransactionTemplate transaction = database.transactions();
    transaction.executeWithoutResult(
        status -> {
          jdbc.batchUpdate(
              """
              merge into mark m using (select cast(:pupil as bigint) as pupil_id,
                cast(:day as date) as marked_on, cast(:session as varchar(2)) as session,
                cast(:code as varchar(2)) as code, cast(:at as timestamp with time zone) as marked_at) s
              on (m.pupil_id = s.pupil_id and m.marked_on = s.marked_on and m.session = s.session)
              when matched then update set code = s.code
              when not matched then insert
                (pupil_id, marked_on, session, school_id, code, decided_here, marked_at)
                values (s.pupil_id, s.marked_on, s.session, 'oak', s.code, false, s.marked_at)
              """,
              rows(whose, marks));
          keeping.marksRecorded(
              new MarksRecorded(null, new SchoolId("oak"), whose, marks.first(), marks.last()));
        });
  }

  private static SqlParameterSource[] rows(Collection<PupilId> whose, MadeUpMarks marks) {
    List<SqlParameterSource> rows = new ArrayList<>();
    for (PupilId pupil : whose) {
      marks.forEach(
          (day, session, code) ->
              rows.add(
                  new MapSqlParameterSource("pupil", pupil.value())
                      .addValue("day", day)
                      .addValue("session", session.name())
                      .addValue("code", code)
                      .addValue(
                          "at", OffsetDateTime.of(day, java.time.LocalTime.NOON, ZoneOffset.UTC))));
    }
    return rows.toArray(SqlParameterSource[]::new);
  }

  void open(LocalDate day) {
    CalendarEdit edit =
        new CalendarEdit(
            "Opened " + day,
            day,
            day,
            plan ->
                new uk.attendance.school.CalendarPlan(
                    plan.periods(),
                    plan.specialDays().stream().filter(s -> !s.day().equals(day)).toList()));
    changing.change(People.OAK, edit, changing.preview(People.OAK, edit).version(), "Jo, office");
  }
}
