package uk.attendance.folder;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Something that lies in a folder.
 *
 * @param modified when it was last written
 */
record FoundFile(String name, What what, long size, Instant modified) {

  private static final Set<String> UNDER_WAY = Set.of("part", "filepart", "tmp");

  enum What {
    FILE,
    /** Never followed: it may lead out of the folder. */
    LINK,
    FOLDER,
    OTHER
  }

  boolean isSameAs(FoundFile other) {
    return what == other.what && size == other.size && modified.equals(other.modified);
  }

  /** What other programs leave beside their files. */
  boolean isHidden() {
    return name.startsWith(".");
  }

  /** A file that says itself that it is not complete. */
  boolean isUnderWay() {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return UNDER_WAY.contains(ending);
  }
}
