/**
 * The installation's one key: keeps what must not be read in the database, and signs what people
 * bring back.
 */
@NullMarked
package uk.attendance.secret;

import org.jspecify.annotations.NullMarked;
