package uk.attendance.policy;

import org.jspecify.annotations.Nullable;

/**
 * Where a policy contradicts itself or the national framework, said by whoever wrote the pack.
 *
 * @param against the national rule; null: the policy contradicts itself
 */
public record Warning(RuleId rule, @Nullable RuleId against, String words) {}
