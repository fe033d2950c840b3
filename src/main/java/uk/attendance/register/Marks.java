package uk.attendance.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.ClassId;
import uk.attendance.school.OneLook;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** The register as it stands. Every way to read it passes the scope of the person who asks. */
@Repository
public class Marks {

  /** Where there is no mark: never an absence. */
  public static final String NONE = "-";

  private static final String SELECT = "select m.* from mark m join pupil p on p.id = m.pupil_id ";

  private final JdbcClient jdbc;

  Marks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of one pupil, first and last day included, in order. Marks taken back are not among them. */
  public List<Mark> of(PupilId pupil, LocalDate first, LocalDate last, Scope scope) {
    return scope
        .ofTheSystemAt()
        .flatMap(school -> OneLook.<Ahead>known(new Seen(pupil, school)))
        .filter(ahead -> ahead.covers(first, last))
        .map(ahead -> ahead.between(first, last))
        .orElseGet(() -> read(pupil, first, last, scope));
  }

  private record Seen(PupilId pupil, SchoolId school) {}

  /** What was read of a pupil for one look. */
  private record Ahead(LocalDate first, LocalDate last, List<Mark> marks) {

    boolean covers(LocalDate from, LocalDate to) {
      return !from.isBefore(first) && !to.isAfter(last);
    }

    List<Mark> between(LocalDate from, LocalDate to) {
      return marks.stream()
          .filter(mark -> !mark.day().isBefore(from) && !mark.day().isAfter(to))
          .toList();
    }
  }

  /** Reads those of many pupils for one look; whoever writes a mark in it has them forgotten. */
  public void lookAhead(
      Collection<PupilId> pupils, LocalDate first, LocalDate last, SchoolId school) {
    Scope scope = Scope.ofTheSystem(school);
    Map<PupilId, List<Mark>> found =
        jdbc
            .sql(
                SELECT
                    + "where m.pupil_id in (:pupils) and m.marked_on between :first and :last and "
                    + "m.code <> '-' and "
                    + scope.pupils("p")
                    + " order by m.pupil_id, m.marked_on, m.session")
            .param("pupils", pupils.stream().map(PupilId::value).toList())
            .param("first", first)
            .param("last", last)
            .params(scope.parameters())
            .query(Marks::read)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Mark::pupil));
    pupils.forEach(
        pupil ->
            OneLook.know(
                new Seen(pupil, school),
                new Ahead(first, last, found.getOrDefault(pupil, List.of()))));
  }

  private List<Mark> read(PupilId pupil, LocalDate first, LocalDate last, Scope scope) {
    return jdbc.sql(
            SELECT
                + "where m.pupil_id = :pupil and m.marked_on between :first and :last and "
                + "m.code <> '-' and "
                + scope.pupils("p")
                + " order by m.marked_on, m.session")
        .param("pupil", pupil.value())
        .param("first", first)
        .param("last", last)
        .params(scope.parameters())
        .query(Marks::read)
        .list();
  }

  /** Of one session. */
  public Optional<Mark> of(PupilId pupil, LocalDate day, Session session, Scope scope) {
    return of(pupil, day, day, scope).stream()
        .filter(mark -> mark.session() == session)
        .findFirst();
  }

  /** Of all pupils of a school on a day that are in sight, by pupil. */
  public List<Mark> on(LocalDate day, SchoolId school, Scope scope) {
    return jdbc.sql(
            SELECT
                + "where m.school_id = :school and m.marked_on = :day and m.code <> '-' and "
                + scope.pupils("p")
                + " order by m.pupil_id, m.session")
        .param("school", school.value())
        .param("day", day)
        .params(scope.parameters())
        .query(Marks::read)
        .list();
  }

  /** Of the pupils of a class on a day, by pupil. */
  public List<Mark> on(LocalDate day, ClassId inClass, Scope scope) {
    return jdbc.sql(
            SELECT
                + "where p.class_id = :class and m.marked_on = :day and m.code <> '-' and "
                + scope.pupils("p")
                + " order by m.pupil_id, m.session")
        .param("class", inClass.value())
        .param("day", day)
        .params(scope.parameters())
        .query(Marks::read)
        .list();
  }

  /** What stands where a mark is to be written, taken back or not. */
  Optional<Mark> held(StagedMark wanted) {
    return jdbc.sql(
            """
            select * from mark
            where pupil_id = :pupil and marked_on = :day and session = :session
            """)
        .param("pupil", wanted.pupil())
        .param("day", wanted.day())
        .param("session", wanted.session().name())
        .query(Marks::read)
        .optional();
  }

  /** Writes one mark; the caller holds the {@link SchoolLock} and keeps the amendment. */
  void write(StagedMark mark, SchoolId school, Instant now) {
    OneLook.forget(new Seen(new PupilId(mark.pupil()), school));
    jdbc.sql(
            """
            merge into mark m
            using (values (cast(:pupil as bigint), cast(:day as date), cast(:session as varchar(2)),
              cast(:school as varchar(40)), cast(:code as varchar(2)), cast(:minutes as smallint),
              cast(:decided as boolean), cast(:at as timestamp with time zone)))
              s (pupil_id, marked_on, session, school_id, code, minutes_late, decided_here, marked_at)
            on (m.pupil_id = s.pupil_id and m.marked_on = s.marked_on and m.session = s.session)
            when matched then update set code = s.code, minutes_late = s.minutes_late, note = null,
              decided_here = s.decided_here, marked_at = s.marked_at
            when not matched then insert (pupil_id, marked_on, session, school_id, code,
              minutes_late, decided_here, marked_at)
              values (s.pupil_id, s.marked_on, s.session, s.school_id, s.code, s.minutes_late,
                s.decided_here, s.marked_at)
            """)
        .param("pupil", mark.pupil())
        .param("day", mark.day())
        .param("session", mark.session().name())
        .param("school", school.value())
        .param("code", mark.code())
        .param("minutes", mark.minutesLate())
        .param("decided", mark.settled())
        .param("at", RegisterImports.utc(now))
        .update();
  }

  /**
   * A code as the register keeps it: {@code /} and {@code \} both mean present, whatever the
   * session; a blank is no mark.
   */
  static String normal(String code, Session session) {
    return switch (code) {
      case "/", "\\" -> session == Session.AM ? "/" : "\\";
      case "" -> NONE;
      default -> code;
    };
  }

  static Mark read(ResultSet row, int n) throws SQLException {
    return new Mark(
        new PupilId(row.getLong("pupil_id")),
        row.getObject("marked_on", LocalDate.class),
        Session.valueOf(row.getString("session")),
        row.getString("code"),
        row.getObject("minutes_late", Integer.class),
        row.getString("note"),
        row.getBoolean("decided_here"),
        row.getObject("marked_at", OffsetDateTime.class).toInstant());
  }
}
