package uk.attendance.account;

import java.time.Duration;

/** Signing in is refused for a while, without looking at the password. */
public class TooManyAttempts extends RuntimeException {

  private final Duration wait;

  TooManyAttempts(Duration wait) {
    super("signing in: failed too often with this email, to be tried again in " + wait);
    this.wait = wait;
  }

  public Duration waiting() {
    return wait;
  }
}
