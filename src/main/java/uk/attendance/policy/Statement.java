package uk.attendance.policy;

/**
 * One thing a pack says, in words that can be compared.
 *
 * @param key such as {@code concern.letter-below} or {@code tables.absence-code.genuine-illness}
 */
public record Statement(String key, String words, RuleId rule) {}
