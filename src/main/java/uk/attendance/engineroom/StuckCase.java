package uk.attendance.engineroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.CaseId;
import uk.attendance.school.SchoolId;

/**
 * An open case that does not go on by itself although no step of it failed.
 *
 * @param process the name of the diagram
 * @param where the element of the diagram, as it is named there; empty where there is none
 * @param since when it should have gone on, or was opened where that is not known
 * @param job the timer that did not go off; null for what no timer is the matter with
 */
public record StuckCase(
    CaseId caseId,
    SchoolId school,
    String process,
    Matter matter,
    String where,
    Instant since,
    @Nullable String job) {

  /** What is the matter. */
  public enum Matter {
    /** Nothing runs for an open case. */
    NO_PROCESS,
    /** It stands at an element and has no task, no timer and no message to await there. */
    NOTHING_MOVES_IT,
    /** A timer was due and nobody ran it. */
    TIMER_LATE,
    /** Its timers stand still as under a hold, but there is none. */
    TIMERS_STOPPED;

    /** Whether a button may bring it on. */
    public boolean canBeHelped() {
      return this == TIMER_LATE || this == TIMERS_STOPPED;
    }
  }
}
