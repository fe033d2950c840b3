package uk.attendance.account;

import java.util.Arrays;

/**
 * What a person does at a school. The key is the candidate group in every process and the name in
 * every policy pack; a pack maps its own titles to these.
 */
public enum Role {
  OFFICE("office", "School office", Sight.SCHOOL),
  TEACHER("teacher", "Teacher", Sight.OWN_CLASSES),
  ATTENDANCE_OFFICER("attendance-officer", "Attendance officer", Sight.SCHOOL),
  ATTENDANCE_LEAD("attendance-lead", "Attendance lead", Sight.SCHOOL),
  HEADTEACHER("headteacher", "Headteacher", Sight.SCHOOL),
  DSL("dsl", "Safeguarding lead", Sight.SCHOOL),
  GOVERNOR("governor", "Governor", Sight.NO_PUPIL),
  APPEALS_CLERK("appeals-clerk", "Appeals clerk", Sight.NO_PUPIL),
  MANAGER("manager", "Manager", Sight.SCHOOL),
  ADMIN("admin", "Administrator", Sight.NO_PUPIL);

  /** Whose data a role shows by itself. */
  enum Sight {
    SCHOOL,
    OWN_CLASSES,
    NO_PUPIL
  }

  private final String key;
  private final String words;
  private final Sight sight;

  Role(String key, String words, Sight sight) {
    this.key = key;
    this.words = words;
    this.sight = sight;
  }

  public String key() {
    return key;
  }

  /** What people call it, where no pack gives its own title. */
  public String words() {
    return words;
  }

  boolean seesWholeSchool() {
    return sight == Sight.SCHOOL;
  }

  public static Role of(String key) {
    return Arrays.stream(values())
        .filter(role -> role.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "role '" + key + "' does not exist; known: " + Arrays.toString(keys())));
  }

  private static String[] keys() {
    return Arrays.stream(values()).map(Role::key).toArray(String[]::new);
  }
}
