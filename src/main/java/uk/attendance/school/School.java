package uk.attendance.school;

import org.jspecify.annotations.Nullable;

/**
 * One school.
 *
 * @param trust the trust it belongs to, if any
 * @param pack key of the policy pack that it runs
 * @param academy which academy of a trust's pack it is, where the pack tells them apart
 * @param madeUp whether its people are invented: every page then says so
 */
public record School(
    SchoolId id,
    @Nullable TrustId trust,
    String name,
    String pack,
    @Nullable String academy,
    String localAuthority,
    boolean madeUp) {}
