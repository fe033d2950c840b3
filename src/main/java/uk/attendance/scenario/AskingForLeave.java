package uk.attendance.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.leave.Appealing;
import uk.attendance.leave.ChangingDates;
import uk.attendance.leave.Consulting;
import uk.attendance.leave.Ground;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.LeaveRequests;
import uk.attendance.leave.NewRequest;
import uk.attendance.leave.RequestingLeave;
import uk.attendance.leave.Way;
import uk.attendance.leave.WithdrawingRequests;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.PupilId;

/** What families ask of a school about leave, by the ways of the office. */
@Component
@Profile("scenario")
class AskingForLeave {

  private static final Map<String, Set<String>> MESSAGES =
      Map.of(
          "request-withdrawn", Set.of(),
          "dates-changed", Set.of("from", "to"),
          "consultation-asked", Set.of(),
          "appeal-received", Set.of("reasons", "from", "received"));

  private final RequestingLeave requesting;
  private final WithdrawingRequests withdrawing;
  private final ChangingDates changing;
  private final Consulting consulting;
  private final Appealing appealing;
  private final LeaveRequests requests;
  private final CaseFiles cases;
  private final Contacts contacts;
  private final StoryClock clock;

  AskingForLeave(
      RequestingLeave requesting,
      WithdrawingRequests withdrawing,
      ChangingDates changing,
      Consulting consulting,
      Appealing appealing,
      LeaveRequests requests,
      CaseFiles cases,
      Contacts contacts,
      StoryClock clock) {
    this.requesting = requesting;
    this.withdrawing = withdrawing;
    this.changing = changing;
    this.consulting = consulting;
    this.appealing = appealing;
    this.requests = requests;
    this.cases = cases;
    this.contacts = contacts;
    this.clock = clock;
  }

  static boolean knows(Happening.Message message) {
    return MESSAGES.containsKey(message.name());
  }

  void request(Happening.RequestLeave asked, StorySchool school) {
    List<PupilId> children = asked.children().stream().map(school::pupil).toList();
    Optional<Contact> applicant =
        contacts.of(children.get(0), Scope.ofTheSystem(school.id())).all().stream()
            .filter(contact -> contact.externalId().equals(asked.applicant()))
            .findFirst();
    LocalDate received = asked.received();
    requesting.request(
        new NewRequest(
            school.id(),
            children,
            asked.from(),
            asked.to(),
            Ground.of(asked.ground()),
            asked.reason(),
            applicant.map(Contact::id).orElse(null),
            applicant.isPresent() ? null : asked.applicant(),
            "as on the form",
            received == null ? clock.today() : received,
            Way.PAPER,
            List.of(),
            UUID.randomUUID().toString()),
        office(school));
  }

  void tell(Happening.Message message, StorySchool school) {
    Map<String, Object> with = message.with();
    Set<String> unknown = new TreeSet<>(with.keySet());
    unknown.removeAll(MESSAGES.get(message.name()));
    if (!unknown.isEmpty()) {
      throw new StepRefused("%s knows no %s".formatted(message.name(), String.join(", ", unknown)));
    }
    LeaveRequest request = newest(message, school);
    switch (message.name()) {
      case "request-withdrawn" -> withdrawing.withdraw(request.id(), office(school));
      case "dates-changed" ->
          changing.change(request.id(), day(message, "from"), day(message, "to"), office(school));
      case "consultation-asked" ->
          consulting.consult(request.id(), Actor.of(school.person(Role.HEADTEACHER.key())));
      default ->
          appealing.appeal(
              request.id(),
              String.valueOf(with.getOrDefault("reasons", "")),
              String.valueOf(with.getOrDefault("from", request.applicant().name())),
              with.containsKey("received") ? day(message, "received") : clock.today(),
              office(school));
    }
  }

  /** The one whose case is open; else the newest. */
  private LeaveRequest newest(Happening.Message message, StorySchool school) {
    List<LeaveRequest> all =
        requests.of(school.pupil(message.pupil()), Scope.ofTheSystem(school.id()));
    return all.stream()
        .filter(request -> cases.find(request.caseId()).filter(CaseFile::isOpen).isPresent())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElseThrow(
            () ->
                new StepRefused(
                    "no case of %s awaits %s".formatted(message.pupil(), message.name())));
  }

  private static LocalDate day(Happening.Message message, String key) {
    Object written = message.with().get(key);
    try {
      return LocalDate.parse(String.valueOf(written));
    } catch (DateTimeParseException e) {
      throw new StepRefused("%s: '%s' is no date like 2025-11-03".formatted(key, written));
    }
  }

  private static Actor office(StorySchool school) {
    return Actor.of(school.person(Role.OFFICE.key()));
  }
}
