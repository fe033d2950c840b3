/** What the engine room asks the engine. */
@NullMarked
package uk.attendance.engineroom.process;

import org.jspecify.annotations.NullMarked;
