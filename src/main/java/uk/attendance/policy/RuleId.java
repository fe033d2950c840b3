package uk.attendance.policy;

import java.util.regex.Pattern;

/** Names one rule of a policy or of the national framework, such as {@code NF-R3}. */
public record RuleId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}-[A-Z][0-9]+");

  public RuleId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'" + value + "' is no rule id; needed: a form such as NF-R3");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
