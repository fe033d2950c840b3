package uk.attendance.pupil;

/** A pupil on the admission register of one school; a move to another school is another pupil. */
public record PupilId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
