package uk.attendance.casefile.web;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Why;
import uk.attendance.school.DayWords;

/**
 * Why something was done, as a page says it.
 *
 * @param href where the policy says so
 * @param facts "school day: 1, parent reached: no"; empty where there are none or they are not for
 *     the reader
 * @param days the days of the marks behind it
 */
record WhyShown(String rule, String href, String words, String facts, String days) {

  /**
   * @param withFacts whether the reader may see what the policy's table looked at
   */
  static WhyShown of(Why why, CaseFile file, boolean withFacts) {
    return new WhyShown(
        why.rule().value(),
        href(why, file),
        why.words(),
        withFacts ? facts(why) : "",
        days(why.days()));
  }

  private static String href(Why why, CaseFile file) {
    String policy = "/policy/" + file.pack().pack();
    return why.decision() == null || why.row() == null
        ? policy
        : "%s#%s-%s".formatted(policy, why.decision(), why.row());
  }

  private static String facts(Why why) {
    return new TreeMap<>(why.facts())
        .entrySet().stream()
            .map(fact -> Words.ofKey(fact.getKey()) + ": " + answer(fact.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String answer(String fact) {
    return switch (fact) {
      case "true" -> "yes";
      case "false" -> "no";
      default -> Words.ofKey(fact);
    };
  }

  private static String days(List<LocalDate> days) {
    return days.stream().map(DayWords::full).collect(Collectors.joining(", "));
  }
}
