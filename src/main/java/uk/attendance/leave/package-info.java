/**
 * Leave of absence: what a family asks for, what the policy says of it, what a person decides, the
 * appeal to the governors, and what became of the days.
 */
@NullMarked
package uk.attendance.leave;

import org.jspecify.annotations.NullMarked;
