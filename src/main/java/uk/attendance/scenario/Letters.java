package uk.attendance.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which letters of a story are new since somebody last looked. */
final class Letters {

  private final Set<StoryPost.Sent> seen = new HashSet<>();

  /** Of all that were ever sent, those that nobody has seen yet. */
  List<StoryPost.Sent> newOf(List<StoryPost.Sent> all) {
    List<StoryPost.Sent> fresh = new ArrayList<>(all);
    fresh.removeAll(seen);
    return fresh;
  }

  void saw(List<StoryPost.Sent> all) {
    seen.addAll(all);
  }
}
