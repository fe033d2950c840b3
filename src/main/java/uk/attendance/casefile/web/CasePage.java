package uk.attendance.casefile.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it.
 *
 * @param process "First-day contact"
 * @param cause "unexplained absence"
 * @param state "open", or the name of the end it came to
 * @param opened "Monday 3 November 2025, 09:30"
 * @param policy the pack and version it runs under
 * @param why of its opening
 * @param held whether the pupil is on hold
 * @param hidden whether the reader sees nothing but the safeguarding sentence
 * @param timeline newest first, without the mere way through the diagram
 * @param steps the way through the diagram, in the order of first coming there
 */
record CasePage(
    long id,
    String process,
    String cause,
    boolean open,
    String state,
    String opened,
    @Nullable String closed,
    String about,
    String policy,
    String businessKey,
    @Nullable WhyShown why,
    boolean held,
    boolean hidden,
    List<Happening> timeline,
    List<DeadlineLine> deadlines,
    List<Paper> documents,
    List<Step> steps,
    @Nullable Drawing drawing) {

  /** One entry of the timeline. */
  record Happening(
      String title, String words, String when, String by, @Nullable WhyShown why, String href) {}

  /**
   * @param state "3 school days left; Friday's INSET day not counted"
   * @param style of the badge
   */
  record DeadlineLine(String what, String due, String state, String style, String counted) {}

  record Paper(String kind, String words, String href, String when) {}

  /**
   * An element of the diagram that the case came to.
   *
   * @param times how often
   * @param here whether it waits there now
   */
  record Step(String name, String first, int times, boolean here) {}

  /**
   * What the diagram marks.
   *
   * @param passed ids of elements and flows, by blanks
   * @param here ids of elements it waits in, by blanks
   */
  record Drawing(String href, String passed, String here) {}
}
