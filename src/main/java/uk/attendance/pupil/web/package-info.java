/**
 * Pages about pupils' contacts and the files that bring pupils in; what heads every pupil's page.
 */
@NullMarked
package uk.attendance.pupil.web;

import org.jspecify.annotations.NullMarked;
