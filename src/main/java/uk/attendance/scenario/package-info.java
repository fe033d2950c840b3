/**
 * Policies told as stories and run on the real thing: reads the files of {@code scenarios/}, moves
 * the one clock and says which expectation does not hold. Runs only as {@code bin/scenario} and in
 * tests.
 */
@NullMarked
package uk.attendance.scenario;

import org.jspecify.annotations.NullMarked;
