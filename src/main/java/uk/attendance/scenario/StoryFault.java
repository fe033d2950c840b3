package uk.attendance.scenario;

import uk.attendance.policy.Place;

/** A part of a story that means nothing to us, with its file and line. */
final class StoryFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoryFault(Place place, String sentence) {
    super(place + ": " + sentence);
  }
}
