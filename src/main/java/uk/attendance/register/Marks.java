package uk.attendance.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.ClassId;
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
