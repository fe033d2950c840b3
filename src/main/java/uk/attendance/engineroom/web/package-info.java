/** The engine room's page. */
@NullMarked
package uk.attendance.engineroom.web;

import org.jspecify.annotations.NullMarked;
