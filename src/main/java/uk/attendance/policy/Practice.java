package uk.attendance.policy;

/** What a rule asks of people, in a sentence; values stand in {@link Settings}. */
public record Practice(RuleId rule, String words) {}
