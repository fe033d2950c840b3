package uk.attendance.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** Which classes have pupils without a mark: a register not taken, or not brought in (DH-R8). */
@Component
public class MissingRegisters {

  private final JdbcClient jdbc;

  MissingRegisters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The register of one class in one session.
   *
   * @param id null for the pupils who are in no class
   * @param pupils on roll that day and in sight
   * @param unmarked of these
   */
  public record ClassRegister(
      @Nullable ClassId id, @Nullable String name, int pupils, int unmarked) {

    public boolean missing() {
      return unmarked > 0;
    }
  }

  /** Of every class with a pupil in sight, by name. */
  public List<ClassRegister> of(SchoolId school, LocalDate day, Session session, Scope scope) {
    return jdbc.sql(
            """
            select c.id, c.name, count(*) as pupils,
              sum(case when m.code is null or m.code = '-' then 1 else 0 end) as unmarked
            from pupil p
            left join school_class c on c.id = p.class_id
            left join mark m on m.pupil_id = p.id and m.marked_on = :day and m.session = :session
            where p.school_id = :school and p.entry_date <= :day
              and (p.leaving_date is null or p.leaving_date >= :day) and %s
            group by c.id, c.name order by c.name"""
                .formatted(scope.pupils("p")))
        .params(scope.parameters())
        .param("school", school.value())
        .param("day", day)
        .param("session", session.name())
        .query(
            (row, n) ->
                new ClassRegister(
                    row.getString("name") == null ? null : new ClassId(row.getLong("id")),
                    row.getString("name"),
                    row.getInt("pupils"),
                    row.getInt("unmarked")))
        .list();
  }
}
