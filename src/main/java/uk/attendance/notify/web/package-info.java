/** The settings page of GOV.UK Notify, and where Notify tells us what became of a text. */
@NullMarked
package uk.attendance.notify.web;

import org.jspecify.annotations.NullMarked;
