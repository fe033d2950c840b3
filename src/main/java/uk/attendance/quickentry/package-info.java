/**
 * The office's quick forms beside the processes: what was reported, and what the register makes of
 * it. Each entry is written once and never changed.
 */
@NullMarked
package uk.attendance.quickentry;

import org.jspecify.annotations.NullMarked;
