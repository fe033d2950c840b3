package uk.attendance.engineroom;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.CaseId;
import uk.attendance.school.SchoolId;

/** What the engine has failed to do, and a way of having it done after all. */
public interface EngineWork {

  /** Steps of these schools, and of no school, that failed; those given up first. */
  List<FailedStep> failed(Collection<SchoolId> schools, int atMost);

  /**
   * Open cases of these schools that nothing moves.
   *
   * @param lateBefore timers due before this are late
   */
  List<StuckCase> stuck(Collection<SchoolId> schools, Instant lateBefore, int atMost);

  /** What failed or is due, and nothing else: no timer can be let off before its time. */
  Optional<Job> find(String job);

  /** Does a job at once, once. */
  Attempt run(String job);

  /**
   * A job of the engine.
   *
   * @param caseId null for what belongs to no case
   * @param element the id of the step on the diagram
   * @param heldBack its timers stand still, under a hold
   */
  record Job(
      String id,
      @Nullable CaseId caseId,
      @Nullable SchoolId school,
      String element,
      String step,
      boolean heldBack) {}

  /**
   * What came of doing it.
   *
   * @param because what went wrong; empty where nothing did
   */
  record Attempt(Outcome outcome, String because) {

    public static Attempt of(Outcome outcome) {
      return new Attempt(outcome, "");
    }
  }

  /** How an attempt may end. */
  enum Outcome {
    DONE,
    FAILED_AGAIN,
    /** Another node or the program itself was at it in the same moment. */
    IN_HAND,
    /** It is no longer there: it was done, or its case has moved on. */
    GONE
  }
}
