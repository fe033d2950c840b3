package uk.attendance.scenario;

import java.util.stream.Collectors;
import uk.attendance.worklist.AnswersRefused;

/** What a person would have read when something was refused. */
final class Refusals {

  private Refusals() {}

  /** On one line; of a refusal over fields, each field with its sentence. */
  static String words(RuntimeException refusal) {
    if (refusal instanceof AnswersRefused answers) {
      return answers.errors().entrySet().stream()
          .map(error -> error.getKey() + ": " + error.getValue())
          .collect(Collectors.joining(" "));
    }
    String message = refusal.getMessage();
    return message == null ? refusal.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }
}
