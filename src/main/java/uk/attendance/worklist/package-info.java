/** What is due, for whom: today's page now, tasks and their forms with the first process. */
@NullMarked
package uk.attendance.worklist;

import org.jspecify.annotations.NullMarked;
