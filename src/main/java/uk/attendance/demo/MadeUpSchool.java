package uk.attendance.demo;

import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One school of the demonstration, as {@code demo/schools.csv} describes it.
 *
 * @param starts the earliest first day of the autumn term
 * @param october weeks by which the October holiday differs from the last week of October
 * @param ends the latest last day of the summer term
 * @param pupils how many are on roll
 * @param wide whether its register file has a row per pupil and week, not per mark
 */
record MadeUpSchool(
    String id,
    String name,
    @Nullable String trust,
    @Nullable String trustName,
    String pack,
    @Nullable String academy,
    String localAuthority,
    MonthDay starts,
    int october,
    MonthDay ends,
    int pupils,
    List<Group> classes,
    boolean wide,
    boolean special,
    String town,
    String postcode) {

  /** A class and the year groups in it; 0 is Reception. */
  record Group(String name, int fromYear, int toYear) {

    static Group read(String text) {
      int blank = text.lastIndexOf(' ');
      String[] years = text.substring(blank + 1).split("-");
      return new Group(text.substring(0, blank), year(years[0]), year(years[years.length - 1]));
    }

    private static int year(String text) {
      return text.equals("R") ? 0 : Integer.parseInt(text);
    }

    boolean holds(int year) {
      return fromYear <= year && year <= toYear;
    }
  }

  int firstYear() {
    return classes.get(0).fromYear();
  }

  int lastYear() {
    return classes.get(classes.size() - 1).toYear();
  }

  String classOf(int year) {
    return classes.stream()
        .filter(group -> group.holds(year))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("school %s has no year %d".formatted(id, year)))
        .name();
  }

  /**
   * How many pupils were born for this school year; any run of cohorts that fills the school adds
   * up to {@link #pupils}.
   */
  int cohortSize(int cohort) {
    int years = lastYear() - firstYear() + 1;
    return pupils / years + (Math.floorMod(cohort, years) < pupils % years ? 1 : 0);
  }
}
