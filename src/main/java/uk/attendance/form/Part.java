package uk.attendance.form;

import org.jspecify.annotations.Nullable;

/** Something that stands in a form. */
public sealed interface Part permits Field, Words, Section, Repeated {

  /** As the form file names it. */
  String id();

  /** Under what it is not shown and not answered; null where it always is. */
  @Nullable Condition hiddenWhen();
}
