package uk.attendance.register;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.FigureLines;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.PupilRows;
import uk.attendance.pupil.PupilSearch;
import uk.attendance.pupil.Slice;

/** Pupils with their figures of a school year: narrowed, sorted, paged by key. */
@Component
public class PupilList {

  /** Lowest attendance first; pupils without a figure come last. */
  private static final String RATIO =
      "cast(case when f.possible > 0 then cast(f.attended as numeric(20, 10)) / f.possible"
          + " else 2 end as numeric(20, 10))";

  private final JdbcClient jdbc;

  public PupilList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The order of the list. */
  public enum Order {
    NAME("p.last_name, p.first_name, p.id"),
    ATTENDANCE(RATIO + ", p.last_name, p.first_name, p.id");

    private final String columns;

    Order(String columns) {
      this.columns = columns;
    }
  }

  /** A pupil in the list; without figures where no mark stands in the year. */
  public record Row(Pupil pupil, Optional<Figures> figures) {}

  /**
   * @param schoolYear the year it begins in
   * @param standing null for all; persistent takes in the severe (NF-R2)
   * @param after the last pupil of the page before; null for the first page
   */
  public record Query(
      PupilSearch search,
      int schoolYear,
      @Nullable Standing standing,
      FigureLines lines,
      Order order,
      @Nullable PupilId after,
      int limit) {}

  public Slice<Row> page(Query query, Scope scope) {
    Map<String, Object> parameters = new HashMap<>(scope.parameters());
    parameters.putAll(query.search().parameters());
    parameters.put("year", query.schoolYear());
    parameters.put("limit", query.limit() + 1);
    String condition =
        scope.pupils("p")
            + " and "
            + query.search().condition("p", "c")
            + standing(query, parameters)
            + after(query, scope, parameters);
    return Slice.of(
        jdbc.sql(
                "select "
                    + PupilRows.COLUMNS
                    + ", "
                    + FigureColumns.SELECT_COUNTS
                    + PupilRows.FROM
                    + "left join pupil_figures f on f.pupil_id = p.id and f.school_year = :year where "
                    + condition
                    + " order by "
                    + query.order().columns
                    + " fetch first :limit rows only")
            .params(parameters)
            .query(
                (row, n) ->
                    new Row(
                        new PupilRows(scope).mapRow(row, n),
                        row.getObject("possible") == null
                            ? Optional.empty()
                            : Optional.of(FigureColumns.read(row))))
            .list(),
        query.limit());
  }

  private static String standing(Query query, Map<String, Object> parameters) {
    Standing standing = query.standing();
    if (standing == null) {
      return "";
    }
    parameters.put("atRisk", query.lines().atRiskFrom().value());
    parameters.put("persistent", query.lines().persistentFrom().value());
    parameters.put("severe", query.lines().severeFrom().value());
    String reached =
        " and f.possible > 0 and (f.authorised + f.unauthorised) * 100 >= %s * f.possible";
    return switch (standing) {
      case SEVERE -> reached.formatted(":severe");
      case PERSISTENT -> reached.formatted(":persistent");
      case AT_RISK ->
          reached.formatted(":atRisk")
              + " and (f.authorised + f.unauthorised) * 100 < :persistent * f.possible";
      case FINE ->
          " and f.possible > 0 and (f.authorised + f.unauthorised) * 100 < :atRisk * f.possible";
      case NO_FIGURE -> " and coalesce(f.possible, 0) = 0";
    };
  }

  private String after(Query query, Scope scope, Map<String, Object> parameters) {
    PupilId after = query.after();
    if (after == null) {
      return "";
    }
    Optional<Map<String, Object>> last =
        jdbc
            .sql(
                "select p.last_name, p.first_name, "
                    + RATIO
                    + " as ratio from pupil p left join pupil_figures f on f.pupil_id = p.id"
                    + " and f.school_year = :year where p.id = :id and "
                    + scope.pupils("p"))
            .params(scope.parameters())
            .param("year", query.schoolYear())
            .param("id", after.value())
            .query()
            .listOfRows()
            .stream()
            .findFirst();
    if (last.isEmpty()) {
      return "";
    }
    parameters.put("lastName", last.get().get("last_name"));
    parameters.put("firstName", last.get().get("first_name"));
    parameters.put("lastId", after.value());
    if (query.order() == Order.NAME) {
      return " and (p.last_name, p.first_name, p.id) > (:lastName, :firstName, :lastId)";
    }
    parameters.put("ratio", (BigDecimal) last.get().get("ratio"));
    return " and (%s, p.last_name, p.first_name, p.id) > (cast(:ratio as numeric(20, 10)), :lastName, :firstName, :lastId)"
        .formatted(RATIO);
  }
}
