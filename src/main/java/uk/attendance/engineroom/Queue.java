package uk.attendance.engineroom;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Things that wait for one and the same.
 *
 * @param count never more than {@link #CAP}, which stands for as many or more
 * @param oldest since when the first of them waits; null where nothing waits
 */
public record Queue(int count, @Nullable Instant oldest) {

  static final int CAP = 1001;

  static final Queue EMPTY = new Queue(0, null);

  public boolean isEmpty() {
    return count == 0;
  }

  /** "7", "1000+". */
  public String words() {
    return count >= CAP ? (CAP - 1) + "+" : Integer.toString(count);
  }

  /** How long the oldest has waited; nothing where none does. */
  public Duration age(Instant now) {
    return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
  }
}
