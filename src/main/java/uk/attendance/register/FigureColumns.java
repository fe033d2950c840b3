package uk.attendance.register;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How figures stand in a row of {@code pupil_figures}. */
final class FigureColumns {

  private static final List<DayOfWeek> WEEKDAYS =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  /** Pupil, school year and school. */
  private static final int KEYS = 3;

  /** Columns in the order in which {@link #set} sets them, with their types. */
  private static final List<String[]> ALL = all();

  /** {@code f.possible, f.attended ...}: what {@link #read} reads. */
  static final String SELECT =
      ALL.stream().map(column -> "f." + column[0]).collect(Collectors.joining(", "));

  /** The same without the keys, beside columns of the pupil. */
  static final String SELECT_COUNTS =
      ALL.stream().skip(KEYS).map(column -> "f." + column[0]).collect(Collectors.joining(", "));

  static final String MERGE =
      """
      merge into pupil_figures f using (select %s) s
      on (f.pupil_id = s.pupil_id and f.school_year = s.school_year)
      when matched then update set %s
      when not matched then insert (%s) values (%s)
      """
          .formatted(
              each("cast(? as %2$s) as %1$s"), each("%1$s = s.%1$s"), each("%1$s"), each("s.%1$s"));

  private FigureColumns() {}

  private static String each(String form) {
    return ALL.stream()
        .map(column -> form.formatted(column[0], column[1]))
        .collect(Collectors.joining(", "));
  }

  private static List<String[]> all() {
    List<String[]> all = new ArrayList<>();
    all.add(new String[] {"pupil_id", "bigint"});
    all.add(new String[] {"school_year", "integer"});
    all.add(new String[] {"school_id", "varchar(40)"});
    all.add(new String[] {"last_day", "date"});
    for (String count :
        List.of(
            "possible",
            "attended",
            "authorised",
            "unauthorised",
            "late_before_close",
            "late_after_close",
            "unexplained",
            "illness",
            "in_window")) {
      all.add(new String[] {count, "integer"});
    }
    for (RunKind kind : RunKind.values()) {
      all.add(new String[] {kind.column() + "_days", "integer"});
      all.add(new String[] {kind.column() + "_since", "date"});
      all.add(new String[] {kind.column() + "_longest", "integer"});
    }
    for (DayOfWeek weekday : WEEKDAYS) {
      all.add(new String[] {name(weekday) + "_possible", "integer"});
      all.add(new String[] {name(weekday) + "_absent", "integer"});
    }
    return List.copyOf(all);
  }

  static void set(
      PreparedStatement statement, long pupil, int schoolYear, String school, Figures figures)
      throws SQLException {
    int i = 0;
    statement.setLong(++i, pupil);
    statement.setInt(++i, schoolYear);
    statement.setString(++i, school);
    statement.setObject(++i, figures.lastDay());
    for (int count :
        new int[] {
          figures.possible(),
          figures.attended(),
          figures.authorised(),
          figures.unauthorised(),
          figures.lateBeforeClose(),
          figures.lateAfterClose(),
          figures.unexplained(),
          figures.illness(),
          figures.inWindow()
        }) {
      statement.setInt(++i, count);
    }
    for (RunKind kind : RunKind.values()) {
      Run run = figures.run(kind);
      statement.setInt(++i, run.days());
      statement.setObject(++i, run.since(), java.sql.Types.DATE);
      statement.setInt(++i, run.longest());
    }
    for (DayOfWeek weekday : WEEKDAYS) {
      statement.setInt(++i, figures.on(weekday).possible());
      statement.setInt(++i, figures.on(weekday).absent());
    }
  }

  static Figures read(ResultSet row) throws SQLException {
    Map<RunKind, Run> runs = new EnumMap<>(RunKind.class);
    for (RunKind kind : RunKind.values()) {
      runs.put(
          kind,
          new Run(
              row.getInt(kind.column() + "_days"),
              row.getObject(kind.column() + "_since", LocalDate.class),
              row.getInt(kind.column() + "_longest")));
    }
    Map<DayOfWeek, Figures.Share> weekdays = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : WEEKDAYS) {
      int possible = row.getInt(name(weekday) + "_possible");
      if (possible > 0) {
        weekdays.put(weekday, new Figures.Share(row.getInt(name(weekday) + "_absent"), possible));
      }
    }
    return new Figures(
        row.getObject("last_day", LocalDate.class),
        row.getInt("possible"),
        row.getInt("attended"),
        row.getInt("authorised"),
        row.getInt("unauthorised"),
        row.getInt("late_before_close"),
        row.getInt("late_after_close"),
        row.getInt("unexplained"),
        row.getInt("illness"),
        row.getInt("in_window"),
        runs,
        weekdays);
  }

  static String name(DayOfWeek weekday) {
    return weekday.name().toLowerCase(Locale.ROOT);
  }
}
