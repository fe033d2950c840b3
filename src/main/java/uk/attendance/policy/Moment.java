package uk.attendance.policy;

import java.util.Locale;

/** What a wait is counted from. */
public enum Moment {
  TASK_OPENED("the task opens"),
  ABSENCE("the absence"),
  MEETING("the meeting"),
  REVIEW("the review date"),
  RECEIPT("receipt"),
  HEARING("the hearing"),
  FIRST_DAY_ASKED("the first day asked for"),
  LAST_DAY_ASKED("the last day asked for"),
  IMPROVEMENT_PERIOD("the improvement period");

  private final String words;

  Moment(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  static Moment of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
