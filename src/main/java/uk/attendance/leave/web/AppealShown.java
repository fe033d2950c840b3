package uk.attendance.leave.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.leave.LeavePaper;

/**
 * The papers of an appeal.
 *
 * @param id the request's
 * @param standing when it came and by when it is heard
 * @param outcome empty while nobody decided
 * @param hearing null while none is arranged
 */
record AppealShown(
    long id,
    String child,
    String days,
    String ground,
    String applicant,
    String received,
    String reason,
    List<LeavePaper> withRequest,
    List<FindingShown> findings,
    List<RequestShown.Fact> decision,
    String appealFrom,
    String appealReceived,
    String appealReasons,
    List<LeavePaper> withAppeal,
    List<RequestShown.Fact> outcome,
    @Nullable Hearing hearing,
    String standing) {

  record Hearing(String when, String place, String panel) {}
}
