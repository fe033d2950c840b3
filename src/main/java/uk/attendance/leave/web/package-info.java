/**
 * Pages of leave of absence: where parents ask and appeal, where the office keys in, where the
 * headteacher decides and governors hear.
 */
@NullMarked
package uk.attendance.leave.web;

import org.jspecify.annotations.NullMarked;
