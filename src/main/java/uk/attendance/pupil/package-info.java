/** Pupils, their parents and other contacts, and the rules of contacting them. */
@NullMarked
package uk.attendance.pupil;

import org.jspecify.annotations.NullMarked;
