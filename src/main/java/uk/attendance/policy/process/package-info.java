/** Evaluates decision tables with the engine's own DMN engine, outside its repository. */
@NullMarked
package uk.attendance.policy.process;

import org.jspecify.annotations.NullMarked;
