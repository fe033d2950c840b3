package uk.attendance.leave;

/** One child's request for leave. */
public record RequestId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
