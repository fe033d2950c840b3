package uk.attendance.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A form with every component, a form of a few lines, and what a case supplies. */
final class SomeForm {

  static final Supplied SUPPLIED =
      new Supplied(
          LocalDate.of(2025, 11, 3),
          Map.of("firstName", "Ada", "startedOn", "Monday 3 November 2025"),
          Map.of(
              "contacts", List.of(new Option("M1", "Grace Example, mother")),
              "letter", List.of(new Option("7", "letter.pdf"), new Option("8", "photo.jpg"))));

  private SomeForm() {}

  static Form everyComponent() {
    return new Forms().get("every-component");
  }

  /** These components and an outcome of a and b. */
  static Form of(String... components) {
    return Form.read("some", source(components), Vocabulary.OF_TASKS);
  }

  static String source(String... components) {
    return """
    {"id": "some", "type": "default", "schemaVersion": 19, "components": [%s,
      {"id": "o", "key": "outcome", "type": "radio", "label": "Outcome",
       "values": [{"value": "a", "label": "First"}, {"value": "b", "label": "Second"}]}]}
    """
        .formatted(String.join(",", components));
  }

  static Filled fill(Form form, Map<String, ?> answers) {
    return FillingIn.fill(form, Entered.ofAnswers(form, answers), SUPPLIED);
  }
}
