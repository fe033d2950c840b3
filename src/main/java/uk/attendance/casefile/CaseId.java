package uk.attendance.casefile;

/** A case, for as long as its record is kept. */
public record CaseId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
