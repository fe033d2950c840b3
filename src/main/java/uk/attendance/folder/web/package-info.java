/** Watched folders on the pages Registers and Today. */
@NullMarked
package uk.attendance.folder.web;

import org.jspecify.annotations.NullMarked;
