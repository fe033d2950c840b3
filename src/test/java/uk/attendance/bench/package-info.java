/** What {@code bin/bench} runs: measurements against a floor taken in the same run. */
@NullMarked
package uk.attendance.bench;

import org.jspecify.annotations.NullMarked;
