/** Signing in, the navigation of every page, and how a controller learns who is asking. */
@NullMarked
package uk.attendance.account.web;

import org.jspecify.annotations.NullMarked;
