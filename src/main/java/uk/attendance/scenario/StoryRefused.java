package uk.attendance.scenario;

import java.util.List;

/** A story that cannot be told as it is written. */
final class StoryRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  StoryRefused(List<String> lines) {
    super(String.join(System.lineSeparator(), lines));
    this.lines = List.copyOf(lines);
  }

  /** One for each fault, beginning with file and line. */
  List<String> lines() {
    return lines;
  }
}
