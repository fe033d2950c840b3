package uk.attendance.leave;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.PeopleOfSchool;
import uk.attendance.account.Person;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.leave.LeaveRequest.Decision;
import uk.attendance.policy.PolicyPack;
import uk.attendance.school.DayWords;
import uk.attendance.worklist.AnswerRefused;
import uk.attendance.worklist.AnswersTask;

/** The governors' part: admitting a late appeal, day and panel of the hearing, the outcome. */
@Component
class AnsweringAppeals implements AnswersTask {

  private final LeaveRequests requests;
  private final LeaveRows rows;
  private final Appeals appeals;
  private final Appealing appealing;
  private final LeaveScopes scopes;
  private final TellingManager manager;
  private final PeopleOfSchool people;
  private final Deadlines deadlines;
  private final LeaveRules rules;

  AnsweringAppeals(
      LeaveRequests requests,
      LeaveRows rows,
      Appeals appeals,
      Appealing appealing,
      LeaveScopes scopes,
      TellingManager manager,
      PeopleOfSchool people,
      Deadlines deadlines,
      LeaveRules rules) {
    this.requests = requests;
    this.rows = rows;
    this.appeals = appeals;
    this.appealing = appealing;
    this.scopes = scopes;
    this.manager = manager;
    this.people = people;
    this.deadlines = deadlines;
    this.rules = rules;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(Leave.ADMIT, Leave.ARRANGE_HEARING, Leave.HEAR);
  }

  @Override
  public Map<String, Object> answered(Answered answered) {
    LeaveRequest request = requests.ofCase(answered.caseFile().id()).orElseThrow();
    Appeal appeal = appeals.of(request.id()).orElseThrow();
    return switch (answered.task()) {
      case Leave.ADMIT -> admit(answered, request, appeal);
      case Leave.ARRANGE_HEARING -> arrange(answered, request, appeal);
      default -> hear(answered, request, appeal);
    };
  }

  @Override
  public boolean canBeUndone(String task) {
    return false;
  }

  @Override
  public void undone(Answered answered) {
    throw new UnsupportedOperationException("a step of an appeal is not taken back");
  }

  private Map<String, Object> admit(Answered answered, LeaveRequest request, Appeal appeal) {
    AccountId by = answered.by().id();
    if (by != null && !scopes.isChair(request.school(), by)) {
      throw new AnswerRefused("outcome", "Only the chair of the governors admits a late appeal.");
    }
    appeals.admitted(appeal, answered.outcome().equals("admitted"));
    return Map.of(
        "arrangeHearingDue",
        Date.from(appealing.arrangedBy(answered.caseFile(), appeal.receivedOn())));
  }

  private Map<String, Object> arrange(Answered answered, LeaveRequest request, Appeal appeal) {
    CaseFile file = answered.caseFile();
    LocalDate on = (LocalDate) Objects.requireNonNull(answered.answers().get("hearingOn"));
    if (on.isBefore(rules.today())) {
      throw new AnswerRefused("hearingOn", "That day is over.");
    }
    if (on.isAfter(appeal.heardBy())) {
      throw new AnswerRefused(
          "hearingOn",
          "The appeal came on %s and is heard by %s at the latest."
              .formatted(DayWords.full(appeal.receivedOn()), DayWords.full(appeal.heardBy())));
    }
    List<AccountId> panel = panel(answered, request);
    appeals.arranged(appeal, on, answered.text("time"), answered.text("place"), panel);
    manager.done(file, Leave.ARRANGE_HEARING);
    PolicyPack pack = rules.pack(file.pack());
    Map<String, Object> facts = new HashMap<>();
    facts.put(
        "hearAppealDue", Date.from(deadlines.due(file.school(), file.pack(), Leave.HEAR, on).at()));
    facts.put("hearAppealFrom", on.toString());
    facts.put(
        "hearAppealWhy",
        WhyJson.write(
            Why.of(
                LeaveRules.rule(pack, "leave.appeal-heard-within"),
                "The hearing is on %s".formatted(DayWords.full(on)))));
    return facts;
  }

  /** Governors, and never who decided first (NF-L3). */
  private List<AccountId> panel(Answered answered, LeaveRequest request) {
    Decision decision = Objects.requireNonNull(request.decision());
    List<AccountId> panel =
        ((Collection<?>) Objects.requireNonNull(answered.answers().get("panel")))
            .stream().map(member -> AccountId.of(member.toString())).toList();
    Scope reader = Scope.ofTheSystem(request.school());
    for (AccountId member : panel) {
      Person person =
          people
              .find(member, request.school(), reader)
              .orElseThrow(
                  () -> new AnswerRefused("panel", "Somebody on it is no member of the school."));
      if (member.equals(decision.account())
          || person.account().name().equals(decision.decidedBy())) {
        throw new AnswerRefused(
            "panel",
            "%s took the first decision and cannot hear the appeal."
                .formatted(person.account().name()));
      }
      if (!person.roles().contains(Role.GOVERNOR) && !person.trustRoles().contains(Role.GOVERNOR)) {
        throw new AnswerRefused(
            "panel", "%s is no governor of this school.".formatted(person.account().name()));
      }
    }
    return panel;
  }

  private Map<String, Object> hear(Answered answered, LeaveRequest request, Appeal appeal) {
    AccountId by = answered.by().id();
    if (by != null && !appeal.panel().contains(by)) {
      throw new AnswerRefused("outcome", "Only the panel of the hearing decides the appeal.");
    }
    Decision changed = changed(answered, request);
    appeals.decided(appeal, answered.outcome(), answered.text("reasons"), rules.today());
    manager.done(answered.caseFile(), Leave.HEAR);
    RequestState state =
        switch (answered.outcome()) {
          case "upheld" -> RequestState.GRANTED;
          case "upheld-in-part" ->
              changed.grantedFrom() == null ? request.state() : RequestState.GRANTED_IN_PART;
          default -> request.state();
        };
    rows.decided(request.id(), state, changed);
    return Map.of("leaveGranted", state.isGranted());
  }

  /** What is granted now; who decided first stays who decided first. */
  private static Decision changed(Answered answered, LeaveRequest request) {
    Decision first = Objects.requireNonNull(request.decision());
    if (answered.outcome().equals("dismissed")) {
      return first;
    }
    boolean whole = answered.outcome().equals("upheld");
    LocalDate from = within(answered, "grantedFrom", request, whole ? request.from() : null);
    LocalDate to = within(answered, "grantedTo", request, whole ? request.to() : null);
    if (from == null && to == null) {
      return first;
    }
    LocalDate last = to == null ? request.to() : to;
    LocalDate start = from == null ? request.from() : from;
    if (last.isBefore(start)) {
      throw new AnswerRefused("grantedTo", "The last day lies before the first.");
    }
    return new Decision(
        first.on(),
        start,
        last,
        first.code() == null ? request.ground().code() : first.code(),
        first.sessions(),
        first.reasons(),
        first.overrideReason(),
        first.decidedBy(),
        first.title(),
        first.account(),
        first.appealUntil());
  }

  private static @Nullable LocalDate within(
      Answered answered, String field, LeaveRequest request, @Nullable LocalDate otherwise) {
    if (!(answered.answers().get(field) instanceof LocalDate day)) {
      return otherwise;
    }
    if (day.isBefore(request.from()) || day.isAfter(request.to())) {
      throw new AnswerRefused(
          field,
          "It lies outside the days asked for, %s."
              .formatted(DayWords.from(request.from(), request.to())));
    }
    return day;
  }
}
