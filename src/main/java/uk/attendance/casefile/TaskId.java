package uk.attendance.casefile;

/** One task of a case, as the engine numbers it. */
public record TaskId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
