/** Files that schools give us: encodings, delimiters, columns, and the rows that are refused. */
@NullMarked
package uk.attendance.file;

import org.jspecify.annotations.NullMarked;
