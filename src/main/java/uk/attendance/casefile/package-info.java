/** Cases and their timeline; here lives the engine that runs them. */
@NullMarked
package uk.attendance.casefile;

import org.jspecify.annotations.NullMarked;
