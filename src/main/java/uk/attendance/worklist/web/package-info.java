/** Today: where everybody starts. */
@NullMarked
package uk.attendance.worklist.web;

import org.jspecify.annotations.NullMarked;
