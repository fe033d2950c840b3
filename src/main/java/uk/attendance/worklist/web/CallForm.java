package uk.attendance.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.TaskId;
import uk.attendance.worklist.CallOutcome;

/**
 * One call's answer as it was pressed and typed; the same for every child it names.
 *
 * @param family id of the card it came from
 */
record CallForm(
    @Nullable List<String> task,
    @Nullable String family,
    @Nullable String outcome,
    @Nullable String reason,
    @Nullable String reasonText,
    @Nullable String expectedReturn,
    @Nullable String spokeTo,
    @Nullable String notes) {

  List<TaskId> tasks() {
    return task == null
        ? List.of()
        : task.stream().filter(id -> id.matches("[\\w-]{1,64}")).map(TaskId::new).toList();
  }

  /** The reason was asked for, and nothing of it is there yet. */
  boolean asksForReason() {
    return CallOutcome.REASON_GIVEN.key().equals(outcome)
        && blank(reason)
        && blank(reasonText)
        && blank(expectedReturn);
  }

  /** As the fields of the task's form take them; what is empty is left out. */
  Map<String, Object> answers() {
    Map<String, Object> answers = new LinkedHashMap<>();
    put(answers, "outcome", outcome);
    put(answers, "notes", notes);
    if (CallOutcome.REASON_GIVEN.key().equals(outcome)) {
      put(answers, "spokeTo", spokeTo);
      put(answers, "reason", reason);
      put(answers, "reasonText", reasonText);
      put(answers, "expectedReturn", expectedReturn);
    }
    if (CallOutcome.WORRIED.key().equals(outcome)) {
      answers.put("concern", true);
    }
    return answers;
  }

  /** What would be lost if the answer cannot be kept. */
  String typed() {
    return String.join(
        "; ",
        java.util.stream.Stream.of(reason, reasonText, expectedReturn, notes)
            .filter(text -> !blank(text))
            .map(String::strip)
            .toList());
  }

  private static void put(Map<String, Object> answers, String field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      answers.put(field, text.strip());
    }
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
