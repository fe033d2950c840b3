/** What the elements of leave of absence call. */
@NullMarked
package uk.attendance.leave.process;

import org.jspecify.annotations.NullMarked;
