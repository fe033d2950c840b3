/** Pages about cases: timeline, deadlines, documents, the diagram with the way taken; holds. */
@NullMarked
package uk.attendance.casefile.web;

import org.jspecify.annotations.NullMarked;
