/** Pages about what register closes bring about. */
@NullMarked
package uk.attendance.firstday.web;

import org.jspecify.annotations.NullMarked;
