package uk.attendance.worklist;

import java.time.Instant;
import uk.attendance.casefile.TaskId;

/** A task was answered that somebody had answered already: it is done once. */
public class AlreadySubmitted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final Instant at;

  AlreadySubmitted(TaskId task, String name, Instant at) {
    super("answering task %s: it was answered at %s; needed: an open task".formatted(task, at));
    this.name = name;
    this.at = at;
  }

  /** Who was first. */
  public String name() {
    return name;
  }

  public Instant at() {
    return at;
  }
}
