package uk.attendance.policy;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything found wrong with the packs, so that all of it can be mended at once. */
final class PackErrors {

  private final List<Found> found = new ArrayList<>();

  void add(Place place, String message) {
    found.add(new Found(place, message));
  }

  void addAll(PackErrors others) {
    found.addAll(others.found);
  }

  /** What a constructor refuses becomes an error at its place. */
  <T> Optional<T> tried(Place place, Supplier<@Nullable T> reading) {
    try {
      return Optional.ofNullable(reading.get());
    } catch (IllegalArgumentException | DateTimeException e) {
      add(place, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Lines such as {@code policies/dothill/policy.yaml:12: unknown key 'lettr'}. */
  List<String> lines() {
    return found.stream()
        .sorted(
            Comparator.comparing((Found one) -> one.place().file())
                .thenComparing(one -> one.place().line()))
        .map(one -> one.place() + ": " + one.message())
        .distinct()
        .toList();
  }

  private record Found(Place place, String message) {}
}
