package uk.attendance.leave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.Retrying;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.policy.PolicyPack;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.DayWords;

/**
 * Takes a family's request: a case and a decision for each child. What the policy rules out is
 * taken all the same, with the finding that says so; only what cannot be a request is refused.
 */
@Component
public class RequestingLeave {

  private static final int LONGEST_REASON = 2000;

  private final LeaveRequests requests;
  private final LeaveRows rows;
  private final LeaveFacts facts;
  private final Findings findings;
  private final LeaveRules rules;
  private final DecisionDue due;
  private final Pupils pupils;
  private final Contacts contacts;
  private final RunningCases running;
  private final Retrying retrying;

  RequestingLeave(
      LeaveRequests requests,
      LeaveRows rows,
      LeaveFacts facts,
      Findings findings,
      LeaveRules rules,
      DecisionDue due,
      Pupils pupils,
      Contacts contacts,
      RunningCases running,
      Retrying retrying) {
    this.requests = requests;
    this.rows = rows;
    this.facts = facts;
    this.findings = findings;
    this.rules = rules;
    this.due = due;
    this.pupils = pupils;
    this.contacts = contacts;
    this.running = running;
    this.retrying = retrying;
  }

  /**
   * What the policy says of a request before it is sent.
   *
   * @param days school days counted and closed days, by the school's calendar
   */
  public record Preview(PupilId child, DaysAsked days, List<Finding> findings) {}

  /**
   * @return one for each child; those of the first time where the same key comes again
   * @throws RequestRefused naming the field that cannot stand
   */
  public List<RequestId> request(NewRequest request, Actor by) {
    return retrying.inOneTransaction(
        () -> {
          List<RequestId> before = requests.byKey(request.idempotencyKey());
          return before.isEmpty() ? open(request, UUID.randomUUID().toString(), by) : before;
        });
  }

  /**
   * @throws RequestRefused naming the field that cannot stand
   */
  public List<Preview> preview(NewRequest request) {
    refuseNonsense(request);
    List<Preview> previews = new ArrayList<>();
    for (PupilId child : request.children()) {
      Pupil pupil = child(child, request);
      DaysAsked days = days(request);
      previews.add(
          new Preview(
              child,
              days,
              findings.of(
                  rules.pack(request.school()).version(),
                  facts.of(pupil, request, applicant(request, child), days))));
    }
    return List.copyOf(previews);
  }

  /** Within the conversation of an earlier request. */
  List<RequestId> open(NewRequest request, String conversation, Actor by) {
    refuseNonsense(request);
    List<RequestId> ids = new ArrayList<>();
    for (PupilId child : request.children()) {
      ids.add(open(request, child(child, request), conversation, by));
    }
    return List.copyOf(ids);
  }

  private RequestId open(NewRequest request, Pupil pupil, String conversation, Actor by) {
    refuseOverlap(request, pupil);
    DaysAsked days = days(request);
    Contact contact = applicant(request, pupil.id());
    PolicyPack pack = rules.pack(request.school());
    RequestId id =
        rows.insert(
            request, pupil.id(), named(request, contact), conversation, days.open().size(), by);
    Why why =
        Why.of(
            LeaveRules.rule(pack, "leave.asked-in-advance"),
            "Leave was asked for %s, %s, %s"
                .formatted(
                    request.way().words(),
                    DayWords.from(request.from(), request.to()),
                    request.ground().words().toLowerCase(java.util.Locale.UK)));
    Map<String, Object> known = new HashMap<>(facts.of(pupil, request, contact, days));
    known.put(Leave.REQUEST, id.value());
    known.put("decideLeaveDue", Date.from(due.of(request.school(), pack, request.from())));
    known.put("decideLeaveFrom", request.from().toString());
    known.put("decideLeaveWhy", WhyJson.write(why));
    CaseId opened =
        running
            .open(
                new Opening(
                    Leave.PROCESS,
                    "leave/" + request.from(),
                    request.school(),
                    pupil.id(),
                    pack.version(),
                    request.from(),
                    known,
                    why),
                by)
            .orElseThrow(
                () ->
                    new RequestRefused(
                        "from", "There is a request for leave from this day already."));
    rows.opened(id, opened);
    return id;
  }

  private void refuseNonsense(NewRequest request) {
    if (request.children().isEmpty()) {
      throw new RequestRefused("children", "Say which children the leave is for.");
    }
    if (new HashSet<>(request.children()).size() < request.children().size()) {
      throw new RequestRefused("children", "A child is named twice.");
    }
    if (request.to().isBefore(request.from())) {
      throw new RequestRefused("to", "The last day lies before the first.");
    }
    if (request.to().isAfter(request.from().plusYears(1))) {
      throw new RequestRefused("to", "Leave of more than a year cannot be asked for.");
    }
    if (request.receivedOn().isAfter(rules.today())) {
      throw new RequestRefused("receivedOn", "The day it was received lies in the future.");
    }
    if (request.reason().isBlank()) {
      throw new RequestRefused("reason", "Say why it has to be in term time.");
    }
    if (request.reason().length() > LONGEST_REASON) {
      throw new RequestRefused(
          "reason", "Say it in at most %d characters.".formatted(LONGEST_REASON));
    }
    String typed = request.applicantName();
    if (request.applicant() == null && (typed == null || typed.isBlank())) {
      throw new RequestRefused("applicant", "Say who asks for the leave.");
    }
    if (days(request).open().isEmpty()) {
      throw new RequestRefused(
          "from", "The school is closed on all of these days: no leave is needed.");
    }
  }

  private void refuseOverlap(NewRequest request, Pupil pupil) {
    for (LeaveRequest earlier : requests.open(pupil.id())) {
      if (!earlier.to().isBefore(request.from()) && !earlier.from().isAfter(request.to())) {
        throw new RequestRefused(
            "from",
            "There is a request for %s already, which %s. Change its dates, or withdraw it first."
                .formatted(DayWords.from(earlier.from(), earlier.to()), earlier.state().words()));
      }
    }
  }

  private Pupil child(PupilId id, NewRequest request) {
    Pupil pupil =
        pupils
            .byId(id, Scope.ofTheSystem(request.school()))
            .orElseThrow(
                () -> new RequestRefused("children", "A child is not a pupil of this school."));
    LocalDate left = pupil.leavingDate();
    if (request.to().isBefore(pupil.entryDate())
        || (left != null && request.from().isAfter(left))) {
      throw new RequestRefused("from", "The child is not on roll on these days.");
    }
    return pupil;
  }

  private DaysAsked days(NewRequest request) {
    return DaysAsked.of(rules.calendar(request.school()), request.from(), request.to());
  }

  private @Nullable Contact applicant(NewRequest request, PupilId child) {
    if (request.applicant() == null) {
      return null;
    }
    Contact contact =
        contacts.of(child, Scope.ofTheSystem(request.school())).all().stream()
            .filter(one -> one.id().equals(request.applicant()))
            .findFirst()
            .orElseThrow(
                () ->
                    new RequestRefused(
                        "applicant", "Whoever asks is no contact of one of the children."));
    if (!contact.rules().mayBeContacted()) {
      throw new RequestRefused(
          "applicant",
          "A court order stands between this person and a child: speak with the safeguarding lead.");
    }
    return contact;
  }

  private static LeaveRequest.Applicant named(NewRequest request, @Nullable Contact contact) {
    return contact == null
        ? new LeaveRequest.Applicant(
            null, String.valueOf(request.applicantName()).strip(), request.relationship())
        : new LeaveRequest.Applicant(contact.id(), contact.formalName(), contact.relationship());
  }
}
