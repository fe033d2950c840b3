package uk.attendance.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question offers: the same for everybody, or what the case supplies under a name.
 *
 * @param source such as {@code contacts}; null where the form names its answers itself
 */
public record Choices(List<Option> fixed, @Nullable String source) {

  static final Choices NONE = new Choices(List.of(), null);

  public Choices {
    fixed = List.copyOf(fixed);
  }

  /** What is offered for this case. */
  public List<Option> of(Supplied supplied) {
    return source == null ? fixed : supplied.options(source);
  }
}
