/** The parent's page, and what staff see of links and answers. */
@NullMarked
package uk.attendance.reply.web;

import org.jspecify.annotations.NullMarked;
