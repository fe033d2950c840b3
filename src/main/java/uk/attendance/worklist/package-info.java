/** What each person has to do next. */
@NullMarked
package uk.attendance.worklist;

import org.jspecify.annotations.NullMarked;
