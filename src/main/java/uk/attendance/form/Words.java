package uk.attendance.form;

import org.jspecify.annotations.Nullable;

/**
 * Something to read.
 *
 * @param text paragraphs, lists whose lines begin with a hyphen, headings that begin with #
 */
public record Words(String id, Template text, @Nullable Condition hiddenWhen) implements Part {}
