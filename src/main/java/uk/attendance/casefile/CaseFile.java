package uk.attendance.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.PackVersion;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * What is done for one pupil about one cause, by one process.
 *
 * @param process its key, such as {@code first-day-contact}
 * @param cause tells two open cases of one process and pupil apart, such as {@code unexplained}
 * @param businessKey process/school/admission number/start
 * @param pack the policy pack it runs under until a person moves it
 * @param startedOn the first day it is about
 * @param instance the engine's id of the running process
 * @param definition the engine's id of the model that it runs by, version and all
 * @param outcome the name of the end it came to; null while it is open
 */
public record CaseFile(
    CaseId id,
    String process,
    String cause,
    String businessKey,
    SchoolId school,
    PupilId pupil,
    PackVersion pack,
    LocalDate startedOn,
    Instant openedAt,
    String instance,
    String definition,
    @Nullable Instant closedAt,
    @Nullable String outcome) {

  public boolean isOpen() {
    return closedAt == null;
  }

  /** Run by this process instance. */
  CaseFile at(String started, String by) {
    return new CaseFile(
        id,
        process,
        cause,
        businessKey,
        school,
        pupil,
        pack,
        startedOn,
        openedAt,
        started,
        by,
        closedAt,
        outcome);
  }

  CaseFile closed(Instant at, String end) {
    return new CaseFile(
        id,
        process,
        cause,
        businessKey,
        school,
        pupil,
        pack,
        startedOn,
        openedAt,
        instance,
        definition,
        at,
        end);
  }
}
