package uk.attendance.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the figures of a class or a school add up to, in sessions of all its pupils.
 *
 * @param pupils who have a mark in the year
 * @param persistent pupils who are persistently absent, the severely absent included (NF-R2)
 */
public record GroupFigures(
    int pupils,
    long possible,
    long attended,
    long authorised,
    long unauthorised,
    long lateBeforeClose,
    long lateAfterClose,
    int persistent,
    int severe,
    Map<DayOfWeek, Figures.Share> weekdays) {

  static final List<DayOfWeek> WEEKDAYS = List.of(DayOfWeek.values()).subList(0, 5);
  static final GroupFigures NONE = new GroupFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

  public GroupFigures {
    weekdays = Map.copyOf(weekdays);
  }

  public long absent() {
    return authorised + unauthorised;
  }

  /** In percent, rounded down; empty without a possible session (NF-R1). */
  public Optional<BigDecimal> attendance(int decimals) {
    return possible == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(attended)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(possible), decimals, RoundingMode.FLOOR));
  }

  static GroupFigures read(ResultSet row) throws SQLException {
    Map<DayOfWeek, Figures.Share> weekdays = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : WEEKDAYS) {
      String name = FigureColumns.name(weekday);
      weekdays.put(
          weekday, new Figures.Share(row.getInt(name + "_absent"), row.getInt(name + "_possible")));
    }
    return new GroupFigures(
        row.getInt("pupils"),
        row.getLong("possible"),
        row.getLong("attended"),
        row.getLong("authorised"),
        row.getLong("unauthorised"),
        row.getLong("late_before_close"),
        row.getLong("late_after_close"),
        row.getInt("persistent"),
        row.getInt("severe"),
        weekdays);
  }
}
