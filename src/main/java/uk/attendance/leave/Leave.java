package uk.attendance.leave;

/** The names of the process leave-of-absence, as its diagram has them. */
public final class Leave {

  public static final String PROCESS = "leave-of-absence";
  public static final String FINDINGS = "leave-findings";

  public static final String MEET_FIRST = "meet-headteacher-first";
  public static final String EVIDENCE = "ask-for-evidence";
  public static final String CONSULT = "consult-others";
  public static final String DECIDE = "decide-leave";
  public static final String ARRANGE_HEARING = "arrange-hearing";
  public static final String HEAR = "hear-appeal";
  public static final String ADMIT = "admit-late-appeal";
  public static final String RETURN = "confirm-return";
  public static final String REVIEW = "review-unauthorised-leave";

  static final String WITHDRAWN = "request-withdrawn";
  static final String DATES_CHANGED = "dates-changed";
  static final String APPEAL = "appeal-received";
  static final String CONSULTATION = "consultation-asked";
  static final String OVER = "leave-over";
  static final String PENALTY = "leave-taken-without-permission";
  static final String ABSENT = "absent-without-leave";

  /** The request of a case, as its process knows it. */
  public static final String REQUEST = "leaveRequestId";

  private Leave() {}
}
