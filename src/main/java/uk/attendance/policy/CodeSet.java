package uk.attendance.policy;

import java.util.List;

/** The codes that one count looks at, such as those that count towards a penalty (NF-P1). */
public record CodeSet(String name, List<String> codes, RuleId rule, boolean notInPolicy) {

  public CodeSet {
    codes = List.copyOf(codes);
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("code set '" + name + "' is empty; needed: a code");
    }
  }

  public boolean contains(String code) {
    return codes.contains(code);
  }
}
