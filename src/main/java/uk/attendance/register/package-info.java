/** The attendance register: codes, marks, amendments, import, and the figures drawn from them. */
@NullMarked
package uk.attendance.register;

import org.jspecify.annotations.NullMarked;
