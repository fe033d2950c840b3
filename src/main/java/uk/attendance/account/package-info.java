/** People who sign in, their roles per school, and the one scope that all pupil data passes. */
@NullMarked
package uk.attendance.account;

import org.jspecify.annotations.NullMarked;
