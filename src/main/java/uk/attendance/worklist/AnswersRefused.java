package uk.attendance.worklist;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.attendance.casefile.TaskId;

/** Answers that cannot stand: what is wrong, as a sentence, by the name of the field's box. */
public class AnswersRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> errors;

  AnswersRefused(TaskId task, Map<String, String> errors) {
    super(
        "answering task %s: %s cannot stand; needed: answers that the form takes"
            .formatted(task, errors.keySet()));
    this.errors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(errors));
  }

  public Map<String, String> errors() {
    return errors;
  }
}
