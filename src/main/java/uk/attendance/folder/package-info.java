/**
 * Watched folders: files that a school's system exports go into the register by themselves. Decides
 * which file is complete, what it is, and where it lies afterwards with its report.
 */
@NullMarked
package uk.attendance.folder;

import org.jspecify.annotations.NullMarked;
