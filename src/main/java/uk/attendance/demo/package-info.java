/**
 * The demonstration: made-up schools whose people do not exist, and a clock that stands still until
 * somebody moves it on.
 */
@NullMarked
package uk.attendance.demo;

import org.jspecify.annotations.NullMarked;
