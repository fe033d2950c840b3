/**
 * Task forms as the Modeler writes them ({@code forms/*.form}): read, shown as accessible fields,
 * and checked on the server by the same file.
 */
@NullMarked
package uk.attendance.form;

import org.jspecify.annotations.NullMarked;
