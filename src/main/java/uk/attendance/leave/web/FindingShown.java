package uk.attendance.leave.web;

import java.util.List;
import uk.attendance.leave.Finding;

/**
 * What the policy says, as a line on a page.
 *
 * @param weight in a word or two
 * @param look must, first or advise
 */
record FindingShown(String weight, String look, String words, String rule) {

  static List<FindingShown> of(List<Finding> findings) {
    return findings.stream()
        .sorted(java.util.Comparator.comparing(Finding::weight))
        .map(FindingShown::of)
        .toList();
  }

  private static FindingShown of(Finding finding) {
    String rule = finding.rule().value();
    return switch (finding.weight()) {
      case MUST_DECLINE -> new FindingShown("Ruled out", "must", finding.words(), rule);
      case MEET_FIRST -> new FindingShown("Meeting first", "first", finding.words(), rule);
      case EVIDENCE -> new FindingShown("Evidence", "first", finding.words(), rule);
      case ADVISE -> new FindingShown("To weigh", "advise", finding.words(), rule);
    };
  }
}
