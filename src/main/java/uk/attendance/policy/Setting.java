package uk.attendance.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One value of a pack with where it comes from.
 *
 * @param key section and name, such as {@code penalty.first-notice}
 * @param notInPolicy true where no rule says it and the value had to be chosen
 * @param words what the number alone does not say
 * @param from first day it holds; null: always did
 * @param until last day it holds; null: still does
 */
public record Setting(
    String key,
    Value value,
    RuleId rule,
    boolean notInPolicy,
    @Nullable String words,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    Place place) {

  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  public boolean isDated() {
    return from != null || until != null;
  }

  /** The value as the type a caller needs. */
  public <V extends Value> V as(Class<V> type) {
    if (!type.isInstance(value)) {
      throw new IllegalStateException(
          "%s (%s) is '%s', which is no %s"
              .formatted(key, place, value.inWords(), type.getSimpleName()));
    }
    return type.cast(value);
  }
}
