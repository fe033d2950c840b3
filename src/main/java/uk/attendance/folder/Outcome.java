package uk.attendance.folder;

import java.util.Locale;

/** How a file from a watched folder ended. */
public enum Outcome {
  /** Brought in, or waiting for a person's yes where every other file would. */
  DONE,
  FAILED;

  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
