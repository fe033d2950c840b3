package uk.attendance.pupil;

/** A person whom a school may contact about one or more pupils. */
public record ContactId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
