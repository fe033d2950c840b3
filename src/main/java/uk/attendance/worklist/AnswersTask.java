package uk.attendance.worklist;

import java.util.Map;
import java.util.Set;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.TaskId;

/** What a feature makes of the answers to its tasks. */
public interface AnswersTask {

  /** Keys of the tasks it answers for, such as {@code telephone-parents}. */
  Set<String> tasks();

  /**
   * Draws what follows from an answer, in the transaction that completes the task.
   *
   * @return process variables for the case; ids, codes, booleans, integers and dates only
   * @throws AnswerRefused when an answer cannot stand, naming the field
   */
  Map<String, Object> answered(Answered answered);

  /** Whether an answer to one of them can be taken back. */
  default boolean canBeUndone(String task) {
    return true;
  }

  /** Takes back what followed from an answer that is undone within the recall window. */
  void undone(Answered answered);

  /**
   * A task that somebody answered.
   *
   * @param task the task's key
   * @param answers by field key, as the form's fields give them: text, boolean, integer, LocalDate,
   *     list of text
   */
  record Answered(
      TaskId id, String task, CaseFile caseFile, Map<String, Object> answers, Actor by) {

    public String outcome() {
      return String.valueOf(answers.get("outcome"));
    }

    /** An answer given in words; empty where the field was left empty. */
    public String text(String field) {
      return java.util.Objects.toString(answers.get(field), "");
    }
  }
}
