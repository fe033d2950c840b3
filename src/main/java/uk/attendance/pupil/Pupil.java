package uk.attendance.pupil;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/**
 * A pupil as one person may see them: flags out of that person's sight are not in here.
 *
 * @param preferredName the first name that is used, where it differs
 * @param leavingDate the last day on roll
 * @param family the management information system's key of the household
 */
public record Pupil(
    PupilId id,
    SchoolId school,
    String admissionNo,
    @Nullable String upn,
    String firstName,
    String lastName,
    @Nullable String preferredName,
    LocalDate dob,
    YearGroup year,
    @Nullable ClassId classId,
    @Nullable String className,
    LocalDate entryDate,
    @Nullable LocalDate leavingDate,
    Set<Flag> flags,
    @Nullable String family) {

  public Pupil {
    EnumSet<Flag> copy = EnumSet.noneOf(Flag.class);
    copy.addAll(flags);
    flags = java.util.Collections.unmodifiableSet(copy);
  }

  /** The first name that is used. */
  public String calledName() {
    return preferredName == null ? firstName : preferredName;
  }

  public String name() {
    return calledName() + " " + lastName;
  }

  public int age(LocalDate on) {
    return Period.between(dob, on).getYears();
  }

  public boolean isOnRoll(LocalDate on) {
    return !on.isBefore(entryDate) && (leavingDate == null || !on.isAfter(leavingDate));
  }

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }
}
