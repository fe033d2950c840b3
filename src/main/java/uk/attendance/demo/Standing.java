package uk.attendance.demo;

import java.time.LocalDate;

/**
 * Where the demonstration stands.
 *
 * @param world what was made up when it was first loaded
 * @param morning its clock stands at half past nine of this day
 */
record Standing(World world, LocalDate morning) {}
