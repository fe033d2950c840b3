package uk.attendance.policy;

import java.math.BigDecimal;

/** A share in percent; compared by integers, so that a line is exact at the line itself (NF-R2). */
public record Percent(BigDecimal value) implements Value {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Percent {
    if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("a share of " + value + " %; needed: 0 to 100");
    }
  }

  public static Percent of(int value) {
    return new Percent(BigDecimal.valueOf(value));
  }

  /** Whether the part is this share of the whole or more; never, where there is no whole. */
  public boolean isReachedBy(long part, long whole) {
    return whole > 0 && compare(part, whole) >= 0;
  }

  /** Whether the part is strictly more than this share of the whole; never without a whole. */
  public boolean isExceededBy(long part, long whole) {
    return whole > 0 && compare(part, whole) > 0;
  }

  /** Whether the part is strictly less than this share of the whole; never without a whole. */
  public boolean isMissedBy(long part, long whole) {
    return whole > 0 && compare(part, whole) < 0;
  }

  private int compare(long part, long whole) {
    return BigDecimal.valueOf(part)
        .multiply(HUNDRED)
        .compareTo(value.multiply(BigDecimal.valueOf(whole)));
  }

  @Override
  public String inWords() {
    return value.stripTrailingZeros().toPlainString() + " %";
  }
}
