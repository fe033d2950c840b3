package uk.attendance.school;

/** A class (registration group) of one school. */
public record ClassId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
