/** The page Letters, and what puts words into the templates. */
@NullMarked
package uk.attendance.letter.web;

import org.jspecify.annotations.NullMarked;
