package uk.attendance.policy;

import java.util.List;

/** The policy packs hold errors; the product does not start with them. */
public class PolicyPacksRefused extends RuntimeException {

  private final List<String> errors;

  PolicyPacksRefused(List<String> errors) {
    super(
        "The policy packs were not taken, %d %s to mend:\n  %s"
            .formatted(
                errors.size(),
                errors.size() == 1 ? "place" : "places",
                String.join("\n  ", errors)));
    this.errors = List.copyOf(errors);
  }

  /** One line for each place, file and line first. */
  public List<String> errors() {
    return errors;
  }
}
