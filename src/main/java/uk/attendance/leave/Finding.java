package uk.attendance.leave;

import uk.attendance.policy.RuleId;

/**
 * What the policy says of a request.
 *
 * @param code the table's row, such as {@code not-in-advance}
 * @param words as a parent or headteacher reads it
 */
public record Finding(String code, Weight weight, RuleId rule, String words) {}
