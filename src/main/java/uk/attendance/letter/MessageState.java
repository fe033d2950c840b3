package uk.attendance.letter;

import java.util.EnumSet;
import java.util.Set;

/** Where a message stands. The moves that are legal are all in {@link #next()}. */
public enum MessageState {
  /** Goes when its time comes; can be recalled. */
  WAITING("waiting"),
  /** Would go, but something stands in its way for now. */
  HELD("held"),
  /** Goes only when a person says yes (NF-R5). */
  PROPOSED("waits for a yes"),
  /** Handed over this moment. */
  SENDING("being sent"),
  /** Printed, signed and posted by a person. */
  TO_PRINT("to print"),
  SENT("sent"),
  FAILED("failed"),
  /** Handed over, but the answer was lost: only a person can find out. */
  UNKNOWN("not known whether it arrived"),
  WITHDRAWN("withdrawn"),
  /** Never went, and why. */
  NOT_SENT("not sent");

  private final String words;

  MessageState(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Whether it left the house, or may have. */
  public boolean hasGoneOut() {
    return this == SENDING || this == SENT || this == UNKNOWN;
  }

  /** Whether it can still be taken back. */
  public boolean canBeWithdrawn() {
    return next().contains(WITHDRAWN);
  }

  /** The states that may follow; a person's answer that is undone leads back. */
  Set<MessageState> next() {
    return switch (this) {
      case WAITING ->
          EnumSet.of(HELD, SENDING, TO_PRINT, SENT, NOT_SENT, FAILED, UNKNOWN, WITHDRAWN);
      case HELD -> EnumSet.of(WAITING, NOT_SENT, WITHDRAWN);
      case PROPOSED -> EnumSet.of(WAITING, HELD, NOT_SENT, WITHDRAWN);
      case SENDING -> EnumSet.of(SENT, WAITING, HELD, FAILED, UNKNOWN);
      case TO_PRINT -> EnumSet.of(SENT, HELD, NOT_SENT, WITHDRAWN);
      case FAILED, NOT_SENT -> EnumSet.of(WAITING, HELD, WITHDRAWN);
      case UNKNOWN -> EnumSet.of(SENT, WAITING, WITHDRAWN);
      case WITHDRAWN -> EnumSet.of(HELD, FAILED, UNKNOWN, NOT_SENT);
      // not delivered after all; a letter on paper that was not in the post after all
      case SENT -> EnumSet.of(FAILED, TO_PRINT);
    };
  }
}
