/** The embedded engine: how it is locked down, its schema, its clock, and which models it runs. */
@NullMarked
package uk.attendance.casefile.process;

import org.jspecify.annotations.NullMarked;
