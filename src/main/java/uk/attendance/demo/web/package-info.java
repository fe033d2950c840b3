/** The page that waits for the load, and the button that moves the clock on. */
@NullMarked
package uk.attendance.demo.web;

import org.jspecify.annotations.NullMarked;
