package uk.attendance.bench;

import java.util.List;
import java.util.Locale;

/** What a bench says. */
final class Figures {

  private Figures() {}

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static void atLeast(double aim, double found, String words) {
    verdict(found >= aim, words.formatted(found), "at least", aim);
  }

  static void atMost(double aim, double found, String words) {
    verdict(found <= aim, words.formatted(found), "at most", aim);
  }

  private static void verdict(boolean met, String words, String limit, double aim) {
    say("%s %s (aim: %s %.2f)", met ? "ok  " : "MISS", words, limit, aim);
  }

  static void say(String words, Object... values) {
    System.out.println(values.length == 0 ? words : String.format(Locale.UK, words, values));
  }
}
