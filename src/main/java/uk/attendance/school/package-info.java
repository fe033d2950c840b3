/** Trusts, schools, classes and the calendar: which sessions are open, and what a school day is. */
@NullMarked
package uk.attendance.school;

import org.jspecify.annotations.NullMarked;
