package uk.attendance.leave;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * Leave as a family asks for it: one conversation, one case for each child.
 *
 * @param from first day away
 * @param to last day away, included
 * @param applicant null where the name on the paper is no contact on file
 * @param applicantName as typed; null where the contact says it
 * @param relationship of a typed applicant to the children
 * @param evidence names of files that are kept already
 * @param idempotencyKey the same key a second time is the same request
 */
public record NewRequest(
    SchoolId school,
    List<PupilId> children,
    LocalDate from,
    LocalDate to,
    Ground ground,
    String reason,
    @Nullable ContactId applicant,
    @Nullable String applicantName,
    String relationship,
    LocalDate receivedOn,
    Way way,
    List<String> evidence,
    String idempotencyKey) {

  public NewRequest {
    children = List.copyOf(children);
    evidence = List.copyOf(evidence);
  }

  NewRequest on(LocalDate first, LocalDate last, LocalDate received, String key) {
    return new NewRequest(
        school,
        children,
        first,
        last,
        ground,
        reason,
        applicant,
        applicantName,
        relationship,
        received,
        way,
        evidence,
        key);
  }
}
