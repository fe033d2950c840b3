package uk.attendance.letter;

/** One letter to one recipient. */
public record MessageId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
