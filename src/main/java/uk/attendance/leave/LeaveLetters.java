package uk.attendance.leave;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.attendance.account.Accounts;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Why;
import uk.attendance.leave.LeaveRequest.Decision;
import uk.attendance.letter.MissedSession;
import uk.attendance.letter.OrderingLetters;
import uk.attendance.letter.Wording;
import uk.attendance.policy.PolicyPack;
import uk.attendance.pupil.ContactId;
import uk.attendance.register.SettlingMarks.Half;
import uk.attendance.school.DayWords;

/**
 * The letters of a request, each to whoever asked; after an unauthorised holiday to who allowed it.
 */
@Component
public class LeaveLetters {

  private final OrderingLetters letters;
  private final LeaveRequests requests;
  private final Appeals appeals;
  private final CaseFiles cases;
  private final DecisionWords words;
  private final Accounts accounts;
  private final Deadlines deadlines;
  private final LeaveRules rules;

  LeaveLetters(
      OrderingLetters letters,
      LeaveRequests requests,
      Appeals appeals,
      CaseFiles cases,
      DecisionWords words,
      Accounts accounts,
      Deadlines deadlines,
      LeaveRules rules) {
    this.letters = letters;
    this.requests = requests;
    this.appeals = appeals;
    this.cases = cases;
    this.words = words;
    this.accounts = accounts;
    this.deadlines = deadlines;
    this.rules = rules;
  }

  /** The request came in. */
  public void received(CaseFile file, RequestId id) {
    LeaveRequest request = requests.get(id);
    PolicyPack pack = rules.pack(file.pack());
    LocalDate by = deadlines.due(file.school(), file.pack(), Leave.DECIDE, request.from()).on();
    toApplicant(
        "leave-received",
        file,
        request,
        Map.of(
            "asked",
            DayWords.from(request.from(), request.to()),
            "schoolDays",
            DecisionWords.schoolDays(request.schoolDays()),
            "decider",
            "the " + pack.roleTitle("headteacher").toLowerCase(java.util.Locale.UK),
            "decideBy",
            by.isBefore(rules.today()) ? rules.today() : by));
  }

  /** What was decided. */
  public void decision(CaseFile file, RequestId id) {
    LeaveRequest request = requests.get(id);
    DecisionWords.Letter letter = words.of(request);
    toApplicant(letter.id(), file, request, letter.facts());
  }

  /**
   * The letter as it would go if this were decided now; empty where nobody on file would have it.
   *
   * @param state granted, granted in part or declined
   */
  public List<Wording.Written> preview(RequestId id, RequestState state, Decision decision) {
    LeaveRequest request = requests.get(id);
    CaseFile file = cases.get(request.caseId());
    DecisionWords.Letter letter = words.of(request.decided(state, decision));
    return letters.preview(
        letter.id(), file, applicant(request), letter.facts(), why(file, letter.id()));
  }

  public void appealReceived(CaseFile file, RequestId id) {
    Appeal appeal = appeals.of(id).orElseThrow();
    toApplicant(
        "appeal-received",
        file,
        requests.get(id),
        Map.of("receivedOn", appeal.receivedOn(), "heardBy", appeal.heardBy()));
  }

  public void appealRefused(CaseFile file, RequestId id) {
    Appeal appeal = appeals.of(id).orElseThrow();
    LeaveRequest request = requests.get(id);
    Decision decision = Objects.requireNonNull(request.decision());
    toApplicant(
        "appeal-refused",
        file,
        request,
        Map.of(
            "receivedOn",
            appeal.receivedOn(),
            "deadline",
            Objects.requireNonNull(decision.appealUntil())));
  }

  public void appealHearing(CaseFile file, RequestId id) {
    Appeal appeal = appeals.of(id).orElseThrow();
    List<String> panel =
        appeal.panel().stream()
            .flatMap(member -> accounts.find(member).stream())
            .map(member -> "%s, %s".formatted(member.name(), member.title()))
            .toList();
    String time = appeal.time();
    toApplicant(
        "appeal-hearing",
        file,
        requests.get(id),
        Map.of(
            "hearingOn",
            Objects.requireNonNull(appeal.hearingOn()),
            "time",
            time == null ? "" : time,
            "place",
            Objects.requireNonNull(appeal.place()),
            "panel",
            panel));
  }

  public void appealOutcome(CaseFile file, RequestId id) {
    Appeal appeal = appeals.of(id).orElseThrow();
    LeaveRequest request = requests.get(id);
    Decision decision = Objects.requireNonNull(request.decision());
    LocalDate from = decision.grantedFrom();
    LocalDate to = decision.grantedTo();
    toApplicant(
        "appeal-outcome",
        file,
        request,
        Map.of(
            "outcome",
            switch (String.valueOf(appeal.outcome())) {
              case "upheld" -> "The appeal was upheld: the leave is granted.";
              case "upheld-in-part" ->
                  "The appeal was upheld in part: some of the days are granted.";
              default -> "The appeal was not upheld: the first decision stands.";
            },
            "reasons",
            Objects.requireNonNull(appeal.reasonsGiven()),
            "granted",
            from == null || to == null ? "" : DayWords.from(from, to)));
  }

  /** After leave that was taken without permission. */
  void holidayUnauthorised(
      CaseFile file, Collection<ContactId> allowed, List<Half> sessions, String evidence) {
    letters.order(
        "holiday-unauthorised",
        file,
        allowed,
        Map.of(
            "sessions",
            sessions.stream().map(half -> new MissedSession(half.day(), half.session())).toList(),
            "evidence",
            evidence,
            "amounts",
            amounts(rules.pack(file.pack()))),
        why(file, "holiday-unauthorised"));
  }

  private String amounts(PolicyPack pack) {
    LocalDate today = rules.today();
    return "%s for each parent and each child, to be paid within %s; %s if it is paid within %s"
        .formatted(
            pack.settings().get("penalty.first-notice", today).value().inWords(),
            days(pack, "penalty.payable-within"),
            pack.settings().get("penalty.first-notice-reduced", today).value().inWords(),
            days(pack, "penalty.reduced-if-paid-within"));
  }

  private static String days(PolicyPack pack, String setting) {
    return pack.settings().wait(setting).amount() + " days";
  }

  private void toApplicant(
      String letter, CaseFile file, LeaveRequest request, Map<String, Object> facts) {
    letters.order(letter, file, applicant(request), facts, why(file, letter));
  }

  private static List<ContactId> applicant(LeaveRequest request) {
    ContactId contact = request.applicant().contact();
    return contact == null ? List.of() : List.of(contact);
  }

  private Why why(CaseFile file, String letter) {
    var inPack = rules.pack(file.pack()).letter(letter);
    return Why.of(inPack.rule(), inPack.title());
  }
}
