package uk.attendance.engineroom;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.attendance.letter.MessageState;
import uk.attendance.register.ImportState;

/**
 * How the whole installation stood at one moment, in numbers that name no school and nobody.
 *
 * @param tasks open ones, by their key
 * @param registerFiles of the last day, by where they stand
 * @param lastRegister when the newest register was brought in; null before the first
 * @param nodesUp programs at work on this database
 * @param check the last one; null before the first
 */
record Reading(
    Instant at,
    Map<String, Tasks> tasks,
    Map<MessageState, Queue> messages,
    Queue registerClose,
    Queue setAside,
    Queue stepsDue,
    Queue stepsGivenUp,
    Queue locksPast,
    Map<ImportState, Integer> registerFiles,
    @Nullable Instant lastRegister,
    int nodesUp,
    @Nullable CheckResult check) {

  /** Open tasks of one kind. */
  record Tasks(int open, int overdue) {

    static final Tasks NONE = new Tasks(0, 0);
  }
}
