package uk.attendance.account;

import java.util.Arrays;

/**
 * What a person does at a school. The key is the candidate group in every process and the name in
 * every policy pack; a pack maps its own titles to these.
 */
public enum Role {
  OFFICE("office", Sight.SCHOOL),
  TEACHER("teacher", Sight.OWN_CLASSES),
  ATTENDANCE_OFFICER("attendance-officer", Sight.SCHOOL),
  ATTENDANCE_LEAD("attendance-lead", Sight.SCHOOL),
  HEADTEACHER("headteacher", Sight.SCHOOL),
  DSL("dsl", Sight.SCHOOL),
  GOVERNOR("governor", Sight.NO_PUPIL),
  APPEALS_CLERK("appeals-clerk", Sight.NO_PUPIL),
  MANAGER("manager", Sight.SCHOOL),
  ADMIN("admin", Sight.NO_PUPIL);

  /** Whose data a role shows by itself. */
  enum Sight {
    SCHOOL,
    OWN_CLASSES,
    NO_PUPIL
  }

  private final String key;
  private final Sight sight;

  Role(String key, Sight sight) {
    this.key = key;
    this.sight = sight;
  }

  public String key() {
    return key;
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
