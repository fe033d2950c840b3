package uk.attendance.register;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.FigureLines;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.SchoolYear;

/** The figures of pupils, classes and schools, as kept beside the register. */
@Component
public class KeptFigures {

  private final JdbcClient jdbc;

  public KeptFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when the pupil has no mark in the year, or is out of scope. */
  public Optional<Figures> of(PupilId pupil, SchoolYear year, Scope scope) {
    return Optional.ofNullable(of(Set.of(pupil), year, scope).get(pupil));
  }

  public Map<PupilId, Figures> of(Collection<PupilId> pupils, SchoolYear year, Scope scope) {
    Map<PupilId, Figures> figures = new HashMap<>();
    if (!pupils.isEmpty()) {
      jdbc.sql(
              "select "
                  + FigureColumns.SELECT
                  + " from pupil_figures f join pupil p on p.id = f.pupil_id"
                  + " where p.id in (:pupils) and f.school_year = :year and "
                  + scope.pupils("p"))
          .params(scope.parameters())
          .param("pupils", pupils.stream().map(PupilId::value).toList())
          .param("year", year.first().getYear())
          .query(
              row -> {
                figures.put(new PupilId(row.getLong("pupil_id")), FigureColumns.read(row));
              });
    }
    return figures;
  }

  /** Everybody on roll or not who has marks in the year at the school; empty without a mark. */
  public GroupFigures ofSchool(SchoolId school, SchoolYear year, FigureLines lines, Scope scope) {
    return sums(school, year, lines, scope, "'all'").values().stream()
        .findFirst()
        .orElse(GroupFigures.NONE);
  }

  /** By class; pupils without a class are in none. */
  public Map<ClassId, GroupFigures> ofClasses(
      SchoolId school, SchoolYear year, FigureLines lines, Scope scope) {
    Map<ClassId, GroupFigures> classes = new LinkedHashMap<>();
    sums(school, year, lines, scope, "p.class_id")
        .forEach(
            (id, figures) -> {
              if (id != null) {
                classes.put(new ClassId(((Number) id).longValue()), figures);
              }
            });
    return classes;
  }

  private Map<Object, GroupFigures> sums(
      SchoolId school, SchoolYear year, FigureLines lines, Scope scope, String group) {
    StringBuilder weekdays = new StringBuilder();
    for (DayOfWeek weekday : GroupFigures.WEEKDAYS) {
      String name = FigureColumns.name(weekday);
      weekdays.append(
          ", sum(f.%1$s_possible) as %1$s_possible, sum(f.%1$s_absent) as %1$s_absent"
              .formatted(name));
    }
    Map<Object, GroupFigures> sums = new LinkedHashMap<>();
    jdbc.sql(
            """
            select %s as group_key, count(*) as pupils, sum(f.possible) as possible,
              sum(f.attended) as attended, sum(f.authorised) as authorised,
              sum(f.unauthorised) as unauthorised, sum(f.late_before_close) as late_before_close,
              sum(f.late_after_close) as late_after_close,
              sum(case when f.possible > 0 and (f.authorised + f.unauthorised) * 100 >= :persistent * f.possible
                then 1 else 0 end) as persistent,
              sum(case when f.possible > 0 and (f.authorised + f.unauthorised) * 100 >= :severe * f.possible
                then 1 else 0 end) as severe%s
            from pupil_figures f join pupil p on p.id = f.pupil_id
            where f.school_id = :school and f.school_year = :year and %s
            group by %s"""
                .formatted(
                    group,
                    weekdays,
                    scope.pupils("p"),
                    group.startsWith("'") ? "f.school_year" : group))
        .params(scope.parameters())
        .param("school", school.value())
        .param("year", year.first().getYear())
        .param("persistent", lines.persistentFrom().value())
        .param("severe", lines.severeFrom().value())
        .query(
            row -> {
              sums.put(row.getObject("group_key"), GroupFigures.read(row));
            });
    return sums;
  }
}
