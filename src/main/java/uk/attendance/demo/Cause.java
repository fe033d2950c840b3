package uk.attendance.demo;

import java.util.List;

/** Something that keeps pupils from the classroom. */
interface Cause {

  /** Writes what happened into the pupil's year. */
  void happenTo(PupilYear year);

  /** In order: what comes earlier wins where two fall on one session. */
  static List<Cause> all() {
    return List.of(
        new OtherProvision(),
        new SevereAbsence(),
        new Festivals(),
        new LeaveOfAbsence(),
        new Illness(),
        new DaysOff(),
        new Appointments(),
        new Lateness());
  }
}
