/** Pages of schools and their calendars: looking, closing a day, bringing in terms. */
@NullMarked
package uk.attendance.school.web;

import org.jspecify.annotations.NullMarked;
