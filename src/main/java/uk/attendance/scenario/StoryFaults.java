package uk.attendance.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everything found wrong with a story, so that all of it can be mended at once. */
final class StoryFaults {

  private final Set<String> lines = new LinkedHashSet<>();

  /** What a part means, or a line about why it means nothing. */
  <T> Optional<T> tried(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (StoryFault e) {
      lines.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Reads each part, keeps those that can be read. */
  <P, T> List<T> each(Iterable<P> parts, Function<P, T> reading) {
    List<T> read = new ArrayList<>();
    for (P part : parts) {
      tried(() -> reading.apply(part)).ifPresent(read::add);
    }
    return read;
  }

  void add(StoryFault fault) {
    lines.add(String.valueOf(fault.getMessage()));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
