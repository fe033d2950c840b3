package uk.attendance.register;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a register file stands on its way into the register. */
public enum ImportState {
  RECEIVED("being read"),
  STAGED("ready to bring in"),
  STOPPED("stopped, waiting for a yes"),
  CONFIRMED("being brought in"),
  APPLIED("brought in"),
  REFUSED("could not be read"),
  DISCARDED("put aside");

  private static final Map<ImportState, Set<ImportState>> MOVES = new EnumMap<>(ImportState.class);

  static {
    MOVES.put(RECEIVED, EnumSet.of(STAGED, STOPPED, REFUSED));
    MOVES.put(STAGED, EnumSet.of(CONFIRMED, RECEIVED, DISCARDED));
    MOVES.put(STOPPED, EnumSet.of(CONFIRMED, RECEIVED, DISCARDED));
    MOVES.put(CONFIRMED, EnumSet.of(APPLIED, STOPPED, REFUSED));
    MOVES.put(REFUSED, EnumSet.of(RECEIVED, DISCARDED));
    MOVES.put(APPLIED, EnumSet.noneOf(ImportState.class));
    MOVES.put(DISCARDED, EnumSet.noneOf(ImportState.class));
  }

  private final String words;

  ImportState(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public boolean mayBecome(ImportState next) {
    return MOVES.get(this).contains(next);
  }

  /** Whether the program itself goes on from here, on this node or another. */
  public boolean isAtWork() {
    return this == RECEIVED || this == CONFIRMED;
  }

  /** Whether a person has to say what happens next. */
  public boolean waitsForAPerson() {
    return this == STAGED || this == STOPPED;
  }
}
