package uk.attendance.demo;

import java.util.List;

/**
 * Chance that always falls the same way: a value is a pure function of the seed and of the words
 * and numbers that lead to it, so that any day of any pupil can be made up by itself.
 */
record Chance(long state) {

  Chance of(long key) {
    return new Chance(mixed(state * 31 + key));
  }

  Chance of(String key) {
    long hash = state;
    for (int i = 0; i < key.length(); i++) {
      hash = mixed(hash * 31 + key.charAt(i));
    }
    return new Chance(hash);
  }

  /** From 0 up to, but not including, 1. */
  double share() {
    return (mixed(state) >>> 11) * 0x1.0p-53;
  }

  /** True in this share of cases. */
  boolean in(double share) {
    return share() < share;
  }

  /** From 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) (share() * bound);
  }

  /** From {@code least} to {@code most}, both among them. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  <T> T oneOf(List<T> values) {
    return values.get(below(values.size()));
  }

  /** The position whose weight the dice fell on. */
  int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = share() * total;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** The finaliser of SplitMix64. */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
