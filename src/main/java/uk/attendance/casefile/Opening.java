package uk.attendance.casefile;

import java.time.LocalDate;
import java.util.Map;
import uk.attendance.policy.PackVersion;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * A case to be opened.
 *
 * @param startedOn the first day it is about
 * @param facts process variables to begin with: ids, codes, booleans, integers, dates; never a name
 */
public record Opening(
    String process,
    String cause,
    SchoolId school,
    PupilId pupil,
    PackVersion pack,
    LocalDate startedOn,
    Map<String, Object> facts,
    Why why) {

  public Opening {
    facts = Map.copyOf(facts);
  }
}
