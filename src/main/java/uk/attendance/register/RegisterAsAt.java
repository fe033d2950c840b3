package uk.attendance.register;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/**
 * A pupil's register as it stood at the end of a day (DH-R14): the marks of today, where an
 * amendment made later is undone.
 */
@Component
public class RegisterAsAt {

  private final JdbcClient jdbc;

  RegisterAsAt(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A session's code as it stood. */
  public record Entry(LocalDate day, Session session, String code) {}

  /** In order, up to and with the day; sessions without a mark then are left out. */
  public List<Entry> marks(PupilId pupil, LocalDate first, LocalDate asAt, Scope scope) {
    Map<String, String> before = codesBeforeLaterAmendments(pupil, asAt, scope);
    List<Entry> entries = new ArrayList<>();
    jdbc.sql(
            "select m.marked_on, m.session, m.code from mark m join pupil p on p.id = m.pupil_id"
                + " where m.pupil_id = :pupil and m.marked_on between :first and :last and "
                + scope.pupils("p")
                + " order by m.marked_on, m.session")
        .params(scope.parameters())
        .param("pupil", pupil.value())
        .param("first", Date.valueOf(first))
        .param("last", Date.valueOf(asAt))
        .query(
            row -> {
              LocalDate day = row.getObject("marked_on", LocalDate.class);
              Session session = Session.valueOf(row.getString("session"));
              String code = before.getOrDefault(key(day, session), row.getString("code"));
              if (!code.equals(Marks.NONE)) {
                entries.add(new Entry(day, session, code));
              }
            });
    return entries;
  }

  /** By session: what the first amendment after the day found there. */
  private Map<String, String> codesBeforeLaterAmendments(
      PupilId pupil, LocalDate asAt, Scope scope) {
    Map<String, String> originals = new HashMap<>();
    jdbc.sql(
            "select a.marked_on, a.session, a.original from amendment a"
                + " join pupil p on p.id = a.pupil_id"
                + " where a.pupil_id = :pupil and a.amended_at >= :end and "
                + scope.pupils("p")
                + " order by a.position")
        .params(scope.parameters())
        .param("pupil", pupil.value())
        .param(
            "end",
            asAt.plusDays(1).atStartOfDay(SchoolCalendar.ZONE).toInstant().atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              originals.putIfAbsent(
                  key(
                      row.getObject("marked_on", LocalDate.class),
                      Session.valueOf(row.getString("session"))),
                  row.getString("original"));
            });
    return originals;
  }

  private static String key(LocalDate day, Session session) {
    return day + session.name();
  }
}
