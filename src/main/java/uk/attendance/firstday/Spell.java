package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/**
 * An absence without a reason, as the marks tell it: from its first N to the first present mark or
 * explanation. Its school days are counted over the open days of the calendar, marked or not, the
 * first day included. A code decided here for want of a reason ends nothing while the pupil is
 * away.
 *
 * @param now where the pupil is as at the newest mark
 * @param first first day of the spell that is going on; null when none is
 * @param latest day of the newest mark; null without any
 * @param unexplained sessions that still await a reason, ended spells' too, in order
 * @param codedHere whether a code was decided here for want of a reason
 * @param seen days on which the pupil was in school, in order
 */
record Spell(
    Now now,
    @Nullable LocalDate first,
    @Nullable LocalDate latest,
    List<MarkSeen> unexplained,
    boolean codedHere,
    List<LocalDate> seen) {

  /** Where the pupil is. */
  enum Now {
    /** Nothing is known: no mark. */
    UNKNOWN,
    AWAY,
    BACK,
    EXPLAINED
  }

  /** What a mark says about the absence. */
  enum Says {
    PRESENT,
    UNEXPLAINED,
    /** Decided here for want of a reason. */
    CODED_HERE,
    EXPLAINED,
    /** A reason is known, its code is not: a person decides. */
    TO_BE_CODED,
    NOTHING
  }

  record MarkSeen(LocalDate day, Session session, Says says) {}

  Spell {
    unexplained = List.copyOf(unexplained);
    seen = List.copyOf(seen);
  }

  /**
   * @param marks in order
   */
  static Spell of(List<MarkSeen> marks) {
    Now now = Now.UNKNOWN;
    LocalDate first = null;
    LocalDate latest = null;
    List<MarkSeen> unexplained = new ArrayList<>();
    List<LocalDate> seen = new ArrayList<>();
    boolean codedHere = false;
    for (MarkSeen mark : marks) {
      switch (mark.says()) {
        case NOTHING -> {
          continue;
        }
        case PRESENT -> {
          now = Now.BACK;
          first = null;
          seen.add(mark.day());
        }
        case EXPLAINED -> {
          now = Now.EXPLAINED;
          first = null;
        }
        case TO_BE_CODED -> {
          now = Now.EXPLAINED;
          first = null;
          unexplained.add(mark);
        }
        case UNEXPLAINED -> {
          now = Now.AWAY;
          first = first == null ? mark.day() : first;
          unexplained.add(mark);
        }
        case CODED_HERE -> {
          now = Now.AWAY;
          first = first == null ? mark.day() : first;
          codedHere = true;
        }
      }
      latest = mark.day();
    }
    return new Spell(now, first, latest, unexplained, codedHere, seen.stream().distinct().toList());
  }

  /** Which school day of the spell the newest mark's is; 1 without a spell. */
  int schoolDay(SchoolCalendar calendar) {
    return first == null || latest == null ? 1 : Math.max(1, calendar.numberInSpell(first, latest));
  }

  /** The days of the sessions that await a reason. */
  List<LocalDate> days() {
    return unexplained.stream().map(MarkSeen::day).distinct().toList();
  }

  boolean seenSince(LocalDate day) {
    return seen.stream().anyMatch(one -> !one.isBefore(day));
  }
}
