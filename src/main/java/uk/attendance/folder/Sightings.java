package uk.attendance.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one node saw in one folder, look after look: a file is complete once it has not changed
 * between two looks. Nothing is asked of the file system's clock, which may not be ours.
 */
final class Sightings {

  /** Looks after which something that still lies there is a trouble: about ten minutes. */
  static final int TOO_MANY = 60;

  private Map<String, Seen> seen = new HashMap<>();

  private record Seen(FoundFile file, int times, boolean steady) {}

  /** A look: what lies there now. */
  void look(List<FoundFile> found) {
    Map<String, Seen> now = new HashMap<>();
    for (FoundFile file : found) {
      Seen before = seen.get(file.name());
      now.put(
          file.name(),
          before == null
              ? new Seen(file, 1, false)
              : new Seen(file, before.times() + 1, before.file().isSameAs(file)));
    }
    seen = now;
  }

  boolean isSteady(FoundFile file) {
    Seen known = seen.get(file.name());
    return known != null && known.steady();
  }

  boolean liesTooLong(FoundFile file) {
    Seen known = seen.get(file.name());
    return known != null && known.times() >= TOO_MANY;
  }
}
