/** Keeps one worklist row for each of the engine's open tasks. */
@NullMarked
package uk.attendance.worklist.process;

import org.jspecify.annotations.NullMarked;
