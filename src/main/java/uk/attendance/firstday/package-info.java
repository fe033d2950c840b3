/**
 * First-day contact: which unexplained absences become cases at register close, what each day of
 * one asks for, and what became of the child.
 */
@NullMarked
package uk.attendance.firstday;

import org.jspecify.annotations.NullMarked;
