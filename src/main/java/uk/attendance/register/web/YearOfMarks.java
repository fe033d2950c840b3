package uk.attendance.register.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pupil's school year as a calendar of marks, one strip for every half term. */
record YearOfMarks(List<HalfTerm> halfTerms) {

  public boolean isEmpty() {
    return halfTerms.isEmpty();
  }

  /**
   * @param months what stands over the days
   */
  record HalfTerm(String name, List<Month> months, List<Day> days) {}

  /**
   * @param days Mondays to Fridays of it in this strip
   */
  record Month(String words, int days) {}

  /**
   * @param words "Monday 3 November"
   * @param padding a weekday of the first or last week that lies outside the half term
   */
  record Day(String words, boolean beginsWeek, boolean today, boolean padding, Cell am, Cell pm) {

    /** How one of the day's cells looks. */
    public String style(Cell cell) {
      return "app-year__cell--%s%s%s"
          .formatted(
              padding ? "padding" : cell.style(),
              beginsWeek ? " app-year__cell--week" : "",
              today ? " app-year__cell--today" : "");
    }
  }

  /**
   * @param shown the letter in the cell
   * @param meaning in words: "present", "closed: INSET day", "not marked"
   * @param style how the cell looks; the letter and the words say the same
   * @param href where the mark is corrected; null where there is nothing to correct
   * @param usual present, closed or to come: nothing one has to stop at
   */
  record Cell(String shown, String meaning, String style, @Nullable String href, boolean usual) {}
}
