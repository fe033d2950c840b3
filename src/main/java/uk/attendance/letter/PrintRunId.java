package uk.attendance.letter;

/** One stack of letters printed together. */
public record PrintRunId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
