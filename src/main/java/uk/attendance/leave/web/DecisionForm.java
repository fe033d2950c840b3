package uk.attendance.leave.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.attendance.file.SchoolDates;
import uk.attendance.leave.LeaveRequest;

/**
 * A decision as it was pressed and typed.
 *
 * @param shown digest of the letter that was read; empty while none was
 * @param act show or decide
 */
record DecisionForm(
    String outcome,
    String grantedFrom,
    String grantedTo,
    String code,
    String reasons,
    String overrideReason,
    String shown,
    String act) {

  private static final String DECLINED = "declined";
  private static final String IN_PART = "granted-in-part";

  DecisionForm {
    outcome = text(outcome);
    grantedFrom = text(grantedFrom);
    grantedTo = text(grantedTo);
    code = text(code);
    reasons = text(reasons);
    overrideReason = text(overrideReason);
    shown = text(shown);
    act = text(act);
  }

  /** What is usually right: all the days, with the ground's code; nothing decided. */
  static DecisionForm of(LeaveRequest request) {
    return new DecisionForm(
        "",
        request.from().toString(),
        request.to().toString(),
        request.ground().code(),
        "",
        "",
        "",
        "");
  }

  boolean decides() {
    return act.equals("decide");
  }

  boolean grants() {
    return !outcome.isEmpty() && !outcome.equals(DECLINED);
  }

  /** What has to be there before a letter can be written; the rest is the task's own to say. */
  Map<String, String> missing(boolean mustDecline) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (outcome.isEmpty()) {
      errors.put("outcome", "Choose whether it is granted, granted in part or declined.");
      return errors;
    }
    if (grants()) {
      day("grantedFrom", grantedFrom, "Give the first day that is granted.", errors);
      day("grantedTo", grantedTo, "Give the last day that is granted.", errors);
      if (code.isEmpty()) {
        errors.put("code", "Choose the code for the register.");
      }
      if (mustDecline && overrideReason.isEmpty()) {
        errors.put("overrideReason", "Say why it is granted although the policy rules it out.");
      }
    }
    if (reasons.isEmpty() && (outcome.equals(DECLINED) || outcome.equals(IN_PART))) {
      errors.put("reasons", "Give the reasons: they stand in the letter.");
    }
    return errors;
  }

  private static @Nullable LocalDate day(
      String field, String typed, String missing, Map<String, String> errors) {
    LocalDate day = SchoolDates.read(typed).orElse(null);
    if (day == null) {
      errors.put(field, missing);
    }
    return day;
  }

  /** As the fields of decide-leave take them; what does not count is left out. */
  Map<String, Object> answers() {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("outcome", outcome);
    if (grants()) {
      SchoolDates.read(grantedFrom).ifPresent(day -> answers.put("grantedFrom", day));
      SchoolDates.read(grantedTo).ifPresent(day -> answers.put("grantedTo", day));
      answers.put("code", code);
      if (!overrideReason.isEmpty()) {
        answers.put("overrideReason", overrideReason);
      }
    }
    if (!reasons.isEmpty()) {
      answers.put("reasons", reasons);
    }
    return answers;
  }

  /** "Granted", "Granted in part", "Declined". */
  String inWords() {
    return switch (outcome) {
      case DECLINED -> "Declined";
      case IN_PART -> "Granted in part";
      default -> "Granted";
    };
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
