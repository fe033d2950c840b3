package uk.attendance.school;

import java.time.LocalDate;

/** A term, or one half of it, from its first to its last day, both included. */
public record Period(Kind kind, String name, LocalDate first, LocalDate last) {

  /** A half term is a stretch of teaching between two holidays, not the holiday week itself. */
  public enum Kind {
    TERM,
    HALF_TERM
  }

  public Period {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A term from " + first + " to " + last + " has no name");
    }
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "'%s' must end on or after its first day: found %s to %s".formatted(name, first, last));
    }
  }

  public static Period term(String name, LocalDate first, LocalDate last) {
    return new Period(Kind.TERM, name, first, last);
  }

  public static Period halfTerm(String name, LocalDate first, LocalDate last) {
    return new Period(Kind.HALF_TERM, name, first, last);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** Whether the other period lies wholly inside this one. */
  public boolean contains(Period other) {
    return contains(other.first) && contains(other.last);
  }

  boolean overlaps(Period other) {
    return !other.last.isBefore(first) && !other.first.isAfter(last);
  }

  @Override
  public String toString() {
    return "‘%s’ (%s to %s)".formatted(name, DayWords.full(first), DayWords.full(last));
  }
}
