package uk.attendance.scenario;

import java.util.Map;
import uk.attendance.account.SignedIn;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;

/**
 * The school that one story is about, as it was founded.
 *
 * @param pupils by their names in the story
 * @param staff by a role's name, or by their names in the story
 */
record StorySchool(
    Story story, School school, Map<String, PupilId> pupils, Map<String, SignedIn> staff) {

  StorySchool {
    pupils = Map.copyOf(pupils);
    staff = Map.copyOf(staff);
  }

  SchoolId id() {
    return school.id();
  }

  PupilId pupil(String name) {
    PupilId id = pupils.get(name);
    if (id == null) {
      throw new IllegalStateException("story " + story.file() + " has no pupil " + name);
    }
    return id;
  }

  SignedIn person(String name) {
    SignedIn person = staff.get(name);
    if (person == null) {
      throw new IllegalStateException("story " + story.file() + " has no person " + name);
    }
    return person;
  }

  /** What a pupil is called in the story. */
  String nameOf(PupilId pupil) {
    return pupils.entrySet().stream()
        .filter(entry -> entry.getValue().equals(pupil))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("pupil " + pupil);
  }
}
