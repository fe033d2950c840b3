package uk.attendance.quickentry;

/** One entry of the office. */
public record EntryId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
