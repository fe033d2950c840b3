package uk.attendance.policy;

/** When the two registers of a day are open. */
public record RegisterTimes(SessionTimes morning, SessionTimes afternoon) {

  public RegisterTimes {
    if (!morning.closes().isBefore(afternoon.opens())) {
      throw new IllegalArgumentException(
          "the morning register closes at %s, the afternoon one opens at %s"
              .formatted(morning.closes(), afternoon.opens()));
    }
  }
}
