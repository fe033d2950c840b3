package uk.attendance.form;

import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param key what its answer is called
 * @param prefix what stands before the box, such as £
 * @param given what stands in it before anybody answers
 * @param several whether more than one file may be given
 */
public record Field(
    String id,
    String key,
    FieldKind kind,
    Template label,
    @Nullable Template hint,
    Constraints constraints,
    Choices choices,
    @Nullable String prefix,
    @Nullable String suffix,
    @Nullable String given,
    boolean several,
    @Nullable Condition hiddenWhen)
    implements Part {}
