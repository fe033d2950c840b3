package uk.attendance.school;

/** A school was asked for that does not exist. */
public class UnknownSchool extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownSchool(SchoolId id) {
    super("Could not find school " + id + ": no school has this id");
  }
}
