package uk.attendance.form;

import java.util.List;

/** Forms hold what we cannot show or check; the product does not start with them. */
public class FormsRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> errors;

  FormsRefused(List<String> errors) {
    super(
        "The task forms were not taken, %d %s to mend:\n  %s"
            .formatted(
                errors.size(),
                errors.size() == 1 ? "place" : "places",
                String.join("\n  ", errors)));
    this.errors = List.copyOf(errors);
  }

  /** One line for each place: file, component, what was found. */
  public List<String> errors() {
    return errors;
  }
}
