/**
 * What is done for a pupil about one cause: cases, their timeline, deadlines and holds; here lives
 * the engine that runs them.
 */
@NullMarked
package uk.attendance.casefile;

import org.jspecify.annotations.NullMarked;
