/** What the elements of first-day contact call. */
@NullMarked
package uk.attendance.firstday.process;

import org.jspecify.annotations.NullMarked;
