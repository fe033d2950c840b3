/** The quick forms, the day's entries, and who is on site. */
@NullMarked
package uk.attendance.quickentry.web;

import org.jspecify.annotations.NullMarked;
