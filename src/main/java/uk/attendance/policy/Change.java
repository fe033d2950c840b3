package uk.attendance.policy;

import org.jspecify.annotations.Nullable;

/**
 * What changed between two versions of a pack.
 *
 * @param before null: was not said before
 * @param after null: is said no more
 */
public record Change(String key, @Nullable Statement before, @Nullable Statement after) {}
