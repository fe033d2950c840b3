package uk.attendance.letter;

/** Why a message does not go, or not now. */
public enum Reason {
  NO_CONTACT_ORDER("A court order forbids every contact with this person."),
  PUPIL_ON_HOLD("The safeguarding lead has put everything about this pupil on hold."),
  NO_CHANNEL("No way of sending it is set up here."),
  NO_ADDRESS("Nothing is on file to send it to."),
  DO_NOT_TEXT(
      "This person does not want text messages, and nothing else is on file for this letter."),
  NOBODY("Nobody is on file whom this letter is for."),
  MISSING_FACT("A part of the letter is missing."),
  TOO_MANY("More families would hear from us at once than the policy allows without asking."),
  REFUSED("The other side refused it for good."),
  GIVEN_UP("It could not be handed over, however often it was tried."),
  NOT_DELIVERED("It was taken to be delivered, and did not arrive."),
  ANSWER_LOST("It was handed over, but the connection broke before the answer came."),
  EXPLAINED("The case no longer needs it."),
  RECALLED("A person called it back."),
  DECLINED("A person decided that it does not go."),
  SETTLED("A person settled it another way.");

  private final String sentence;

  Reason(String sentence) {
    this.sentence = sentence;
  }

  /** Where a message stands that has this in its way. */
  MessageState state() {
    return switch (this) {
      case PUPIL_ON_HOLD, NO_CHANNEL, TOO_MANY -> MessageState.HELD;
      case REFUSED, GIVEN_UP, NOT_DELIVERED -> MessageState.FAILED;
      case ANSWER_LOST -> MessageState.UNKNOWN;
      case NO_CONTACT_ORDER, NO_ADDRESS, DO_NOT_TEXT, NOBODY, MISSING_FACT -> MessageState.NOT_SENT;
      case EXPLAINED, RECALLED, DECLINED, SETTLED -> MessageState.WITHDRAWN;
    };
  }

  public String sentence() {
    return sentence;
  }
}
