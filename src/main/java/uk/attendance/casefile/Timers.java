package uk.attendance.casefile;

import java.time.Instant;
import java.util.Collection;

/** The engine's side of deadlines: due dates on tasks and the timers that watch them. */
public interface Timers {

  /** Moves the due date of a task and of the timers on it that fall due with it. */
  void move(TaskId task, Instant before, Instant after);

  /** Stops all timers of running processes. */
  void suspend(Collection<String> instances);

  /** Lets them run again; what fell due meanwhile and was not moved is done at once. */
  void resume(Collection<String> instances);
}
