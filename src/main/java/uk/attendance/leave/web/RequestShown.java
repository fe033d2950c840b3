package uk.attendance.leave.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.leave.LeavePaper;

/**
 * A request as the pages of the school show it.
 *
 * @param place "Year 5, Oak"
 * @param days "Monday 1 to Friday 5 December 2025"
 * @param applicant "Mrs Grace Okafor, mother"
 * @param look style of the badge with the state
 * @param together brothers and sisters who were asked for with it
 * @param mustDecline whether a finding rules it out
 * @param decision null until a person decided
 */
record RequestShown(
    long id,
    long caseId,
    long pupilId,
    String pupil,
    String place,
    String days,
    String ground,
    String reason,
    String applicant,
    String received,
    String way,
    String state,
    String look,
    List<LeavePaper> papers,
    List<Together> together,
    List<FindingShown> findings,
    boolean mustDecline,
    @Nullable List<Fact> decision) {

  record Together(long id, String pupil, String state) {}

  /** A line with its label. */
  record Fact(String label, String words) {}
}
