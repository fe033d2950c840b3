/** The Policy pages: packs as people read them. */
@NullMarked
package uk.attendance.policy.web;

import org.jspecify.annotations.NullMarked;
