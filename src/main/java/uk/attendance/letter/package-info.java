/**
 * What parents and the authority read: templates with typed merge fields, the outbox, what went out
 * exactly as it went, and what did not and why.
 */
@NullMarked
package uk.attendance.letter;

import org.jspecify.annotations.NullMarked;
