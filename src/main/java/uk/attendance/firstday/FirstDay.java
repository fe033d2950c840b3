package uk.attendance.firstday;

import java.util.List;
import uk.attendance.casefile.CaseFile;

/** The names of the process first-day-contact, as its diagram has them. */
final class FirstDay {

  static final String PROCESS = "first-day-contact";
  static final String UNEXPLAINED = "unexplained";

  /** An absence that is explained, and of which somebody is still to be told (RT-F4). */
  static final String INFORMING = "informing";

  static final String MISSING = "Pupil missing from education";
  static final String CODED = "Absence coded unauthorised";

  static final String REGISTER_CLOSED = "register-closed";
  static final String EXPLAINED = "absence-explained";
  static final String SETTLED = "absence-settled";
  static final String CODE_DUE = "absence-code-due";
  static final String LADDER_STOPPED = "ladder-stopped";
  static final String PUPIL_LEFT = "pupil-left";

  static final String DECIDE_CODE = "decide-absence-code";
  static final String CONFIRM = "confirm-pupil-is-absent";
  static final String PARENTS = "telephone-parents";
  static final String EMERGENCY = "telephone-emergency-contacts";
  static final String VISIT = "safe-and-well-visit";
  static final String FOLLOW_UP = "follow-up-unexplained-absence";
  static final String CONCERN = "raise-safeguarding-concern";
  static final String SOCIAL_WORKER = "inform-social-worker";
  static final String YOUTH_JUSTICE = "inform-youth-justice-worker";
  static final String MISSING_STEP = "missing";
  static final String MESSAGE = "send-first-day-message";
  static final String LETTER = "send-first-day-letter";
  static final String SECOND_LETTER = "send-second-letter";

  /** Steps that the table may ask for and that no person does. */
  static final List<String> LETTERS = List.of(MESSAGE, LETTER, SECOND_LETTER);

  static final List<String> STEPS =
      List.of(
          CONFIRM,
          PARENTS,
          EMERGENCY,
          VISIT,
          FOLLOW_UP,
          MESSAGE,
          LETTER,
          SECOND_LETTER,
          SOCIAL_WORKER,
          YOUTH_JUSTICE,
          CONCERN,
          DECIDE_CODE,
          MISSING_STEP);

  private FirstDay() {}

  static boolean isInforming(CaseFile file) {
    return file.cause().equals(INFORMING);
  }

  /** {@code telephone-parents} is {@code telephoneParents}: a hyphen means minus to the engine. */
  static String camelCase(String key) {
    StringBuilder camel = new StringBuilder();
    for (String word : key.split("-")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}
