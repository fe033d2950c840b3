/**
 * Whether the program itself is well: steps that failed, cases that nothing moves, what waits too
 * long, whether the stored data adds up, which nodes are up. For administrators, who see no pupil.
 */
@NullMarked
package uk.attendance.engineroom;

import org.jspecify.annotations.NullMarked;
