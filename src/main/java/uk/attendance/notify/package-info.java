/**
 * Texts and letters on paper by GOV.UK Notify, with each school's own service there: what is handed
 * over, what became of it, and what is wrong with the school's settings.
 */
@NullMarked
package uk.attendance.notify;

import org.jspecify.annotations.NullMarked;
