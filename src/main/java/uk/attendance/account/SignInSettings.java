package uk.attendance.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How people sign in. */
@ConfigurationProperties("attendance.sign-in")
public record SignInSettings(
    @DefaultValue Argon2 argon2, @DefaultValue Delay delay, @DefaultValue Links links) {

  /** What one guess at a password costs. */
  public record Argon2(
      @DefaultValue("19MB") DataSize memory,
      @DefaultValue("2") int iterations,
      @DefaultValue("1") int parallelism) {}

  /**
   * How long one waits after failures: nothing for the first few, then longer each time.
   *
   * @param freeFailures failures in a row that cost no wait
   * @param first wait after the next one; doubles with each further failure
   * @param longest wait at most
   * @param forgetAfter failures older than this count no more
   */
  public record Delay(
      @DefaultValue("4") int freeFailures,
      @DefaultValue("30s") Duration first,
      @DefaultValue("15m") Duration longest,
      @DefaultValue("24h") Duration forgetAfter) {

    public Delay {
      if (freeFailures < 1
          || first.isNegative()
          || first.isZero()
          || longest.compareTo(first) < 0) {
        throw new IllegalArgumentException(
            "attendance.sign-in.delay: free-failures %d, first %s, longest %s: needs at least 1, more than 0, and not less than first"
                .formatted(freeFailures, first, longest));
      }
    }

    Duration after(int failures) {
      Duration wait = first;
      if (failures <= freeFailures) {
        return Duration.ZERO;
      }
      for (int n = freeFailures + 1; n < failures && wait.compareTo(longest) < 0; n++) {
        wait = wait.multipliedBy(2);
      }
      return wait.compareTo(longest) < 0 ? wait : longest;
    }
  }

  /**
   * How long a link that sets a password works.
   *
   * @param forgotten asked for on the sign-in page
   * @param invitation made by an administrator for a colleague
   * @param askAgainAfter a second mail to the same person is not sent sooner
   */
  public record Links(
      @DefaultValue("1h") Duration forgotten,
      @DefaultValue("7d") Duration invitation,
      @DefaultValue("2m") Duration askAgainAfter) {}
}
