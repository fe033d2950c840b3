package uk.attendance.casefile;

import java.util.Map;
import java.util.Optional;
import uk.attendance.account.Actor;

/**
 * The processes behind the cases. Every call joins the transaction it is made in; what it brings
 * about (tasks, timeline, deadlines, letters) is written in the same one or not at all.
 */
public interface RunningCases {

  /**
   * Opens a case.
   *
   * @return empty where the pupil has an open case of this process and cause already
   */
  Optional<CaseId> open(Opening opening, Actor by);

  /**
   * Delivers a message to a case. Nobody awaiting it is a timeline entry, not an error.
   *
   * @param facts process variables that come with it
   * @return whether the case awaited it
   */
  boolean tell(CaseId id, String message, Map<String, Object> facts, Actor by);

  /**
   * Delivers a message once the running command of the engine is over and before its transaction
   * commits: how a step of a process tells its own case something.
   */
  void tellAfterwards(CaseId id, String message, Map<String, Object> facts, Actor by);

  /** Opens a case once the running command is over: how a step of one process begins another. */
  void openAfterwards(Opening opening, Actor by);

  /**
   * Completes a task of a case.
   *
   * @param facts process variables that follow from the answer
   */
  void complete(TaskId task, Map<String, Object> facts, Actor by);

  /** Opens a closed case anew from its beginning, when what closed it is undone. */
  void reopen(CaseId id, Map<String, Object> facts, Actor by);

  /**
   * Does all of the work in one command of the engine, written at once: many cases cost little more
   * than one. Joins or opens a transaction; all or nothing.
   */
  void together(Runnable work);
}
