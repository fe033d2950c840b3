package uk.attendance.register;

/** One register file that was brought to the program. */
public record ImportId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
