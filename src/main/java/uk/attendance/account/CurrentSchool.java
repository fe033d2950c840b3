package uk.attendance.account;

import uk.attendance.school.SchoolId;

/**
 * The school that the person is working at: the only one, or the one chosen in the navigation. A
 * controller takes it as an argument; it is always one of the person's own schools.
 *
 * @param pack key of the policy pack that it runs
 */
public record CurrentSchool(SchoolId id, String name, String pack) {}
