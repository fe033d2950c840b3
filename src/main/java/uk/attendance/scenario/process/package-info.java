/** What the deployed models know, for the stories that are told about them. */
@NullMarked
package uk.attendance.scenario.process;

import org.jspecify.annotations.NullMarked;
