package uk.attendance.pupil;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pupil as a file names one; two that are equal need no change. */
record PupilRow(
    String admissionNo,
    @Nullable String upn,
    String firstName,
    String lastName,
    @Nullable String preferredName,
    LocalDate dob,
    YearGroup year,
    @Nullable String className,
    LocalDate entryDate,
    @Nullable LocalDate leavingDate,
    Set<Flag> flags,
    @Nullable String family) {

  static PupilRow of(Pupil pupil) {
    return new PupilRow(
        pupil.admissionNo(),
        pupil.upn(),
        pupil.firstName(),
        pupil.lastName(),
        pupil.preferredName(),
        pupil.dob(),
        pupil.year(),
        pupil.className(),
        pupil.entryDate(),
        pupil.leavingDate(),
        pupil.flags(),
        pupil.family());
  }
}
