/**
 * The embedded engine: how it is locked down, its schema, its clock, which models it runs, and how
 * cases run on it.
 */
@NullMarked
package uk.attendance.casefile.process;

import org.jspecify.annotations.NullMarked;
