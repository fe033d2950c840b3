package uk.attendance.leave;

/** Where a request stands. */
public enum RequestState {
  ASKED("waits for a decision"),
  GRANTED("granted"),
  GRANTED_IN_PART("granted in part"),
  DECLINED("declined"),
  WITHDRAWN("withdrawn"),
  /** Other dates were asked for instead, by a request of their own. */
  REPLACED("replaced by other dates");

  private final String words;

  RequestState(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public boolean isDecided() {
    return this == GRANTED || this == GRANTED_IN_PART || this == DECLINED;
  }

  public boolean isGranted() {
    return this == GRANTED || this == GRANTED_IN_PART;
  }
}
