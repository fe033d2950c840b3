package uk.attendance.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/** Classes that have a pupil in a person's scope. */
@Component
public class Classes {

  private final JdbcClient jdbc;

  public Classes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One class. */
  public record SchoolClass(ClassId id, SchoolId school, String name) {}

  /** What a day looks like in one class, as far as it is marked. */
  public record Day(SchoolClass schoolClass, int onRoll, int marked, int absent) {}

  /** By name. */
  public List<SchoolClass> of(SchoolId school, Scope scope) {
    return those("c.school_id = :school", Map.of("school", school.value()), scope);
  }

  public Optional<SchoolClass> byId(ClassId id, Scope scope) {
    return those("c.id = :id", Map.of("id", id.value()), scope).stream().findFirst();
  }

  /** By name, with what the register says about the day. */
  public List<Day> on(LocalDate day, SchoolId school, java.util.Set<String> absences, Scope scope) {
    return jdbc.sql(
            """
            select c.id, c.school_id, c.name, count(distinct p.id) as on_roll,
              count(distinct m.pupil_id) as marked,
              count(distinct case when m.code in (:absences) then m.pupil_id end) as absent
            from school_class c
            join pupil p on p.class_id = c.id
              and p.entry_date <= :day and (p.leaving_date is null or p.leaving_date >= :day)
            left join mark m on m.pupil_id = p.id and m.marked_on = :day and m.code <> '-'
            where c.school_id = :school and\s"""
                + scope.pupils("p")
                + " group by c.id, c.school_id, c.name order by c.name, c.id")
        .params(scope.parameters())
        .param("absences", absences)
        .param("day", java.sql.Date.valueOf(day))
        .param("school", school.value())
        .query(
            (row, n) ->
                new Day(
                    new SchoolClass(
                        new ClassId(row.getLong("id")),
                        new SchoolId(row.getString("school_id")),
                        row.getString("name")),
                    row.getInt("on_roll"),
                    row.getInt("marked"),
                    row.getInt("absent")))
        .list();
  }

  private List<SchoolClass> those(String condition, Map<String, ?> parameters, Scope scope) {
    return jdbc.sql(
            "select c.id, c.school_id, c.name from school_class c where "
                + condition
                + " and exists (select 1 from pupil p where p.class_id = c.id and "
                + scope.pupils("p")
                + ") order by c.name, c.id")
        .params(scope.parameters())
        .params(parameters)
        .query(
            (row, n) ->
                new SchoolClass(
                    new ClassId(row.getLong("id")),
                    new SchoolId(row.getString("school_id")),
                    row.getString("name")))
        .list();
  }
}
