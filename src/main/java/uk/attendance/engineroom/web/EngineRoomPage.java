package uk.attendance.engineroom.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine room shows, in words.
 *
 * @param needs what needs somebody; empty when all is well
 * @param moreFailed there are more failed steps than are shown
 * @param waitsTooLong something waits longer than it should
 * @param late how long that is: "15 minutes"
 * @param check what the last check of the invariants found; null before the first
 * @param checking since when a check runs: "10:02"; null while none does
 */
record EngineRoomPage(
    List<Need> needs,
    List<Step> failed,
    boolean moreFailed,
    List<Stuck> stuck,
    boolean moreStuck,
    List<Aside> aside,
    List<Waiting> waiting,
    boolean waitsTooLong,
    String late,
    @Nullable Check check,
    @Nullable String checking,
    List<NodeRow> nodes) {

  /** A sentence that leads to its section. */
  record Need(String words, String section) {}

  /**
   * @param what "Case 12, First-day contact"
   * @param href the case, for those who may open it
   */
  record Step(
      String job,
      String what,
      @Nullable String href,
      String school,
      String step,
      String because,
      String since,
      String tried) {}

  /**
   * @param advice what one can do
   * @param job the timer that may be let off
   * @param timersOf the case whose timers may be let run
   */
  record Stuck(
      String what,
      @Nullable String href,
      String school,
      String sentence,
      String advice,
      @Nullable String job,
      @Nullable Long timersOf) {}

  /** Pupils of one school who could not be looked at; never by name. */
  record Aside(String schoolId, String school, String pupils, String tried, boolean mayOpen) {}

  /**
   * @param tooLong it waits longer than it should
   * @param says what it means and where to look; may be empty
   */
  record Waiting(String what, String count, String oldest, boolean tooLong, String says) {}

  /**
   * @param holding how many hold: "All 14 hold"
   */
  record Check(String when, String by, String holding, List<Broken> broken) {}

  record Broken(String invariant, String sentence, String count, List<String> found) {}

  record NodeRow(String name, String version, boolean up, boolean stopped, String seen) {}
}
