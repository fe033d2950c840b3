/**
 * The installation's one key: keeps what must not be read in the database, signs what people bring
 * back and draws the tokens of links. The one way of hashing, too.
 */
@NullMarked
package uk.attendance.secret;

import org.jspecify.annotations.NullMarked;
