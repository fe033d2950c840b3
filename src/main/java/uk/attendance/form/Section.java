package uk.attendance.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts that belong together.
 *
 * @param label empty where it only gathers
 */
public record Section(String id, Template label, List<Part> parts, @Nullable Condition hiddenWhen)
    implements Part {

  public Section {
    parts = List.copyOf(parts);
  }
}
