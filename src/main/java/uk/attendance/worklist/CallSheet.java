package uk.attendance.worklist;

import java.util.List;
import uk.attendance.worklist.FamilyToCall.Standing;

/**
 * This morning's calls of a school.
 *
 * @param families whom to ring first comes first
 * @param onHold calls that a safeguarding hold hides
 * @param postponed calls that were put off until another day
 */
public record CallSheet(List<FamilyToCall> families, int onHold, int postponed) {

  public CallSheet {
    families = List.copyOf(families);
  }

  public List<FamilyToCall> those(Standing standing) {
    return families.stream().filter(family -> family.standing() == standing).toList();
  }

  /** Children on the sheet, done or not. */
  public int children() {
    return families.stream().mapToInt(family -> family.pupils().size()).sum();
  }
}
