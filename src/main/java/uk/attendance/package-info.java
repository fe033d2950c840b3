/** The product's entrance; each feature is a package of its own, named in the school's words. */
@NullMarked
package uk.attendance;

import org.jspecify.annotations.NullMarked;
