package uk.attendance.worklist;

import java.util.Arrays;
import java.util.Optional;

/** What comes of a call, as the forms of both call tasks name it. */
public enum CallOutcome {
  REASON_GIVEN("reason-given", "Reason given", "reason given"),
  MESSAGE_LEFT("message-left", "Message left", "message left"),
  NO_ANSWER("no-answer", "No answer", "no answer"),
  WRONG_NUMBER("number-unobtainable", "Wrong number", "number does not work"),
  /** The attendance officer goes on with it; the safeguarding lead hears of the worry. */
  WORRIED("pass-on", "Worried about a child", "passed on");

  private final String key;
  private final String words;
  private final String afterwards;

  CallOutcome(String key, String words, String afterwards) {
    this.key = key;
    this.words = words;
    this.afterwards = afterwards;
  }

  /** The value of field {@code outcome}. */
  public String key() {
    return key;
  }

  public String words() {
    return words;
  }

  /** As earlier calls are told: "Friday: no answer". */
  public String afterwards() {
    return afterwards;
  }

  /** On the keyboard, 1 to 5. */
  public int digit() {
    return ordinal() + 1;
  }

  public static Optional<CallOutcome> of(String key) {
    return Arrays.stream(values()).filter(outcome -> outcome.key.equals(key)).findFirst();
  }
}
