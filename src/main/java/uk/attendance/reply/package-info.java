/**
 * The parent's answer by a link: who may open one and for how long, what it tells of which child,
 * and how an answer lands on the case.
 */
@NullMarked
package uk.attendance.reply;

import org.jspecify.annotations.NullMarked;
