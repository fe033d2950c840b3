package uk.attendance.letter;

import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.Holds;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Calendars;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/** What holds for all letters of a school today. */
@Component
class SchoolsPost {

  private final Schools schools;
  private final Letterheads heads;
  private final Calendars calendars;
  private final PolicyPacks packs;
  private final Predicate<PupilId> held;

  @Autowired
  SchoolsPost(
      Schools schools, Letterheads heads, Calendars calendars, PolicyPacks packs, Holds holds) {
    this(schools, heads, calendars, packs, holds::isHeld);
  }

  SchoolsPost(
      Schools schools,
      Letterheads heads,
      Calendars calendars,
      PolicyPacks packs,
      Predicate<PupilId> held) {
    this.schools = schools;
    this.heads = heads;
    this.calendars = calendars;
    this.packs = packs;
    this.held = held;
  }

  School school(SchoolId id) {
    return schools.get(id);
  }

  Letterhead head(SchoolId id) {
    return heads.of(id);
  }

  PolicyPack pack(SchoolId id) {
    return packs.pack(schools.get(id).pack());
  }

  SendTimes sendTimes(SchoolId id) {
    return SendTimes.of(pack(id).settings(), calendars.of(id));
  }

  /** How long what a person did with a message can be taken back. */
  Duration recall(SchoolId id) {
    return SendTimes.recall(pack(id).settings());
  }

  boolean isHeld(PupilId pupil) {
    return held.test(pupil);
  }
}
