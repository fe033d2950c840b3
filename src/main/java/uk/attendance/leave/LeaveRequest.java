package uk.attendance.leave;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.AccountId;
import uk.attendance.casefile.CaseId;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * One child's request, and what was decided about it.
 *
 * @param conversation shared by brothers and sisters who were asked for together
 * @param schoolDays open days among those asked, as counted when it was asked
 * @param decision null until a person decided
 */
public record LeaveRequest(
    RequestId id,
    String conversation,
    CaseId caseId,
    SchoolId school,
    PupilId pupil,
    Applicant applicant,
    LocalDate from,
    LocalDate to,
    int schoolDays,
    Ground ground,
    String reason,
    LocalDate receivedOn,
    Way way,
    RequestState state,
    @Nullable Decision decision,
    List<Finding> findings,
    List<String> evidence) {

  public LeaveRequest {
    findings = List.copyOf(findings);
    evidence = List.copyOf(evidence);
  }

  /**
   * @param contact null where the name was typed
   */
  public record Applicant(@Nullable ContactId contact, String name, String relationship) {}

  /**
   * What a person decided, or the governors after them.
   *
   * @param grantedFrom null where nothing was granted
   * @param sessions both, mornings or afternoons
   * @param decidedBy who decided first; never on the panel of an appeal
   * @param appealUntil the last day on which an appeal is in time; null where there is none
   */
  public record Decision(
      LocalDate on,
      @Nullable LocalDate grantedFrom,
      @Nullable LocalDate grantedTo,
      @Nullable String code,
      String sessions,
      String reasons,
      String overrideReason,
      String decidedBy,
      String title,
      @Nullable AccountId account,
      @Nullable LocalDate appealUntil) {}

  /** As it would stand if this were decided. */
  LeaveRequest decided(RequestState becomes, Decision as) {
    return new LeaveRequest(
        id,
        conversation,
        caseId,
        school,
        pupil,
        applicant,
        from,
        to,
        schoolDays,
        ground,
        reason,
        receivedOn,
        way,
        becomes,
        as,
        findings,
        evidence);
  }

  public boolean mustBeDeclined() {
    return findings.stream().anyMatch(finding -> finding.weight() == Weight.MUST_DECLINE);
  }

  /** Whether a day was asked for and not granted. */
  public boolean isRefused(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to) && !isGranted(day);
  }

  public boolean isGranted(LocalDate day) {
    return state.isGranted()
        && decision != null
        && decision.grantedFrom() != null
        && decision.grantedTo() != null
        && !day.isBefore(decision.grantedFrom())
        && !day.isAfter(decision.grantedTo());
  }
}
