/** Task forms as accessible fields of a page. */
@NullMarked
package uk.attendance.form.web;

import org.jspecify.annotations.NullMarked;
