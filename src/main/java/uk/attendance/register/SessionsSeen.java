package uk.attendance.register;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import uk.attendance.school.Session;

/**
 * Which sessions of which pupils a file has spoken about. One bit each, so that what is kept is
 * bounded by the roll and the calendar, however long the file.
 */
final class SessionsSeen {

  private final Map<Long, BitSet> later = new HashMap<>();
  private final Map<Long, BitSet> earlier = new HashMap<>();
  private final long origin;

  SessionsSeen(LocalDate near) {
    this.origin = near.toEpochDay();
  }

  /** Notes the session; false when it was noted before. */
  boolean add(long pupil, LocalDate day, Session session) {
    long days = day.toEpochDay() - origin;
    Map<Long, BitSet> side = days >= 0 ? later : earlier;
    int bit = (int) Math.abs(days) * 2 + session.ordinal();
    BitSet seen = side.computeIfAbsent(pupil, key -> new BitSet());
    boolean again = seen.get(bit);
    seen.set(bit);
    return !again;
  }
}
