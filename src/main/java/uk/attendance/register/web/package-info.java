/** Pages of the register: files brought in, marks by hand, and what they come to for a pupil. */
@NullMarked
package uk.attendance.register.web;

import org.jspecify.annotations.NullMarked;
