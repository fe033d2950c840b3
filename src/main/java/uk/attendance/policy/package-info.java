/**
 * What each school's policy says, as data: packs of values and decision tables, every one with the
 * id of the rule it comes from. Packs are checked when the product starts; nothing here knows a
 * pupil.
 */
@NullMarked
package uk.attendance.policy;

import org.jspecify.annotations.NullMarked;
