package uk.attendance.leave;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Account;
import uk.attendance.account.Accounts;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.leave.LeaveRequest.Decision;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.Wait;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.DayWords;
import uk.attendance.worklist.AnswerRefused;
import uk.attendance.worklist.AnswersTask;

/** A person decides about leave: what is granted lies within what was asked, and is coded. */
@Component
class DecidingLeave implements AnswersTask {

  private final LeaveRequests requests;
  private final LeaveRows rows;
  private final LeaveFacts facts;
  private final LeaveRules rules;
  private final TellingManager manager;
  private final Accounts accounts;
  private final Contacts contacts;
  private final Pupils pupils;

  DecidingLeave(
      LeaveRequests requests,
      LeaveRows rows,
      LeaveFacts facts,
      LeaveRules rules,
      TellingManager manager,
      Accounts accounts,
      Contacts contacts,
      Pupils pupils) {
    this.requests = requests;
    this.rows = rows;
    this.facts = facts;
    this.rules = rules;
    this.manager = manager;
    this.accounts = accounts;
    this.contacts = contacts;
    this.pupils = pupils;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(Leave.DECIDE);
  }

  /** A decision before it is written down: what it makes of the request. */
  record Drawn(LeaveRequest request, RequestState becomes, Decision decision) {}

  @Override
  public Map<String, Object> answered(Answered answered) {
    Drawn drawn = draw(answered);
    rows.decided(drawn.request().id(), drawn.becomes(), drawn.decision());
    manager.done(answered.caseFile(), Leave.DECIDE);
    return Map.of("leaveGranted", drawn.becomes().isGranted());
  }

  /**
   * What the answers would decide.
   *
   * @throws AnswerRefused naming the field that cannot stand
   */
  Drawn draw(Answered answered) {
    CaseFile file = answered.caseFile();
    LeaveRequest request = requests.ofCase(file.id()).orElseThrow();
    refuseOwnCause(request, answered.by());
    boolean granted = !answered.outcome().equals("declined");
    if (granted) {
      refuseWhatCannotBeGranted(request, answered, file);
    } else if (answered.text("reasons").isBlank()) {
      throw new AnswerRefused("reasons", "Say why the leave is declined: the family reads it.");
    }
    RequestState state =
        switch (answered.outcome()) {
          case "granted" -> RequestState.GRANTED;
          case "granted-in-part" -> RequestState.GRANTED_IN_PART;
          default -> RequestState.DECLINED;
        };
    return new Drawn(
        request,
        state,
        new Decision(
            rules.today(),
            granted ? day(answered, "grantedFrom") : null,
            granted ? day(answered, "grantedTo") : null,
            granted ? answered.text("code") : null,
            granted && !answered.text("sessions").isBlank() ? answered.text("sessions") : "both",
            answered.text("reasons"),
            granted ? answered.text("overrideReason") : "",
            answered.by().name(),
            answered.by().title(),
            answered.by().id(),
            appealUntil(state, file)));
  }

  @Override
  public boolean canBeUndone(String task) {
    return false;
  }

  @Override
  public void undone(Answered answered) {
    throw new UnsupportedOperationException("a decision about leave is not taken back");
  }

  /** Nobody decides who asked, or who is a contact of the child (processes.md). */
  private void refuseOwnCause(LeaveRequest request, Actor by) {
    String email = by.id() == null ? null : accounts.find(by.id()).map(Account::email).orElse(null);
    boolean theirs =
        request.applicant().name().equalsIgnoreCase(by.name())
            || contacts.of(request.pupil(), Scope.ofTheSystem(request.school())).all().stream()
                .anyMatch(contact -> email != null && email.equalsIgnoreCase(contact.email()));
    if (theirs) {
      throw new AnswerRefused(
          "outcome",
          "You asked for this leave, or are a contact of the child: somebody else has to decide.");
    }
  }

  private void refuseWhatCannotBeGranted(LeaveRequest request, Answered answered, CaseFile file) {
    LocalDate from = day(answered, "grantedFrom");
    LocalDate to = day(answered, "grantedTo");
    if (from == null || from.isBefore(request.from()) || from.isAfter(request.to())) {
      throw new AnswerRefused("grantedFrom", "It lies outside " + asked(request));
    }
    if (to == null || to.isBefore(from) || to.isAfter(request.to())) {
      throw new AnswerRefused("grantedTo", "It lies outside " + asked(request));
    }
    PolicyPack pack = rules.pack(file.pack());
    String code = answered.text("code");
    if (pack.codes()
        .find(code, from)
        .filter(one -> one.is(CodeKind.LEAVE) || one.is(CodeKind.RELIGIOUS))
        .isEmpty()) {
      throw new AnswerRefused("code", "“%s” is no code of leave.".formatted(code));
    }
    refuseTooManyReligiousDays(request, pack, code, from, to);
    List<LocalDate> days = open(request, request.from(), request.to());
    if (answered.outcome().equals("granted") && !open(request, from, to).equals(days)) {
      throw new AnswerRefused(
          "grantedTo", "These are not all of the school days asked for: that is granted in part.");
    }
    if (request.mustBeDeclined() && answered.text("overrideReason").isBlank()) {
      throw new AnswerRefused(
          "overrideReason", "The policy rules this leave out: say why it is granted all the same.");
    }
  }

  /** NW-R4: further religious days are exceptional leave, coded C. */
  private void refuseTooManyReligiousDays(
      LeaveRequest request, PolicyPack pack, String code, LocalDate from, LocalDate to) {
    boolean religious =
        pack.codes().find(code, from).filter(one -> one.is(CodeKind.RELIGIOUS)).isPresent();
    Integer most =
        pack.settings()
            .find("leave.religious-days-at-most")
            .map(setting -> setting.as(Wait.class).amount())
            .orElse(null);
    if (!religious || most == null) {
      return;
    }
    int days =
        facts.religiousDays(pupil(request), pack, rules.calendar(request.school()), request.from())
            + open(request, from, to).size();
    if (days > most) {
      throw new AnswerRefused(
          "code",
          "It would be religious day %d of the school year; beyond %d a day is exceptional, code C."
              .formatted(days, most));
    }
  }

  private Pupil pupil(LeaveRequest request) {
    return pupils.byId(request.pupil(), Scope.ofTheSystem(request.school())).orElseThrow();
  }

  private List<LocalDate> open(LeaveRequest request, LocalDate from, LocalDate to) {
    return DaysAsked.of(rules.calendar(request.school()), from, to).open();
  }

  private static String asked(LeaveRequest request) {
    return "the days asked for, " + DayWords.from(request.from(), request.to()) + ".";
  }

  private static @Nullable LocalDate day(Answered answered, String field) {
    return answered.answers().get(field) instanceof LocalDate day ? day : null;
  }

  /** The pack's school days from the day of the decision, which is day 0 (RT-L3). */
  private @Nullable LocalDate appealUntil(RequestState state, CaseFile file) {
    return state != RequestState.GRANTED
            && rules.pack(file.pack()).settings().yes("leave.appeal-allowed")
        ? rules.after(file, "leave.appeal-within", rules.today())
        : null;
  }
}
