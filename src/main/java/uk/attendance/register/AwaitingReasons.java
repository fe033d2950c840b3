package uk.attendance.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/** Marks that have waited too long for a reason (NF-R3, DH-R9, LB-R5). */
@Component
public class AwaitingReasons {

  private final JdbcClient jdbc;

  AwaitingReasons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param sessions that await a reason
   * @param oldest day of the oldest of them
   */
  public record Waiting(PupilId pupil, int sessions, LocalDate oldest) {}

  /**
   * The longest wait first.
   *
   * @param codes that say a reason is not known yet
   * @param newest the newest day that has waited too long
   */
  public List<Waiting> since(
      SchoolId school, Collection<String> codes, LocalDate newest, Scope scope) {
    return jdbc.sql(
            """
            select m.pupil_id, count(*) as sessions, min(m.marked_on) as oldest
            from mark m join pupil p on p.id = m.pupil_id
            where m.school_id = :school and m.code in (:codes) and m.marked_on <= :newest and %s
            group by m.pupil_id order by oldest, m.pupil_id"""
                .formatted(scope.pupils("p")))
        .params(scope.parameters())
        .param("school", school.value())
        .param("codes", codes)
        .param("newest", newest)
        .query(
            (row, n) ->
                new Waiting(
                    new PupilId(row.getLong("pupil_id")),
                    row.getInt("sessions"),
                    row.getObject("oldest", LocalDate.class)))
        .list();
  }
}
