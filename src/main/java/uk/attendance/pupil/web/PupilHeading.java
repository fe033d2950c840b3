package uk.attendance.pupil.web;

import java.util.List;

/**
 * What heads every page about a pupil.
 *
 * @param line "Year 5, Oak · age 9"
 */
public record PupilHeading(
    long id,
    String name,
    String line,
    List<Sibling> siblings,
    List<PupilPart.Badge> badges,
    List<Tab> tabs,
    List<PupilPart.Action> actions) {

  /**
   * @param words "Ben (Year 2, Ash)"
   */
  public record Sibling(long id, String words) {}

  /** A tab as a link; the one that is shown is here. */
  public record Tab(String words, String href, boolean here) {}
}
