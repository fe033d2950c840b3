package uk.attendance.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.Retrying;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** A parent appeals by the link that stands in the letter. */
@Component
public class AppealingByLink {

  private static final int LONGEST = 4000;

  private final LeaveLinks links;
  private final LeaveRequests requests;
  private final Appealing appealing;
  private final LeavePapers papers;
  private final ContactsByAddress contacts;
  private final Pupils pupils;
  private final Retrying retrying;
  private final Clock clock;

  AppealingByLink(
      LeaveLinks links,
      LeaveRequests requests,
      Appealing appealing,
      LeavePapers papers,
      ContactsByAddress contacts,
      Pupils pupils,
      Retrying retrying,
      Clock clock) {
    this.links = links;
    this.requests = requests;
    this.appealing = appealing;
    this.papers = papers;
    this.contacts = contacts;
    this.pupils = pupils;
    this.retrying = retrying;
    this.clock = clock;
  }

  /**
   * What is appealed against, as the parent knows it.
   *
   * @param child first name
   * @param until the last day on which the appeal is in time
   * @param late whether that day is over
   */
  public record Against(String child, String days, String decision, String until, boolean late) {}

  /** The link of a token that works. */
  public Optional<LeaveLink> link(String token) {
    return links.find(token, LeaveLink.Purpose.APPEAL);
  }

  /** Empty where there is nothing to appeal against any more. */
  public Optional<Against> against(LeaveLink link) {
    LeaveRequest request = request(link);
    LocalDate until = request.decision() == null ? null : request.decision().appealUntil();
    if (until == null) {
      return Optional.empty();
    }
    return pupils
        .byId(request.pupil(), Scope.ofTheSystem(link.school()))
        .map(
            pupil ->
                new Against(
                    pupil.calledName(),
                    DayWords.from(request.from(), request.to()),
                    request.state().words(),
                    DayWords.full(until),
                    today().isAfter(until)));
  }

  /**
   * Sends the appeal; once, however often.
   *
   * @throws RequestRefused naming the field that cannot stand
   */
  public void send(LeaveLink link, String reasons) {
    if (link.isUsed()) {
      return;
    }
    if (reasons.isBlank()) {
      throw new RequestRefused("reasons", "Write why the decision should be different.");
    }
    if (reasons.length() > LONGEST) {
      throw new RequestRefused("reasons", "Please keep this to %d characters.".formatted(LONGEST));
    }
    LeaveRequest request = request(link);
    Actor by = actor(link, request);
    retrying.inOneTransaction(
        () -> {
          appealing.appeal(request.id(), reasons, by.name(), today(), by);
          papers.send(link.school(), link.form(), papersOf(request));
          links.use(link, papersOf(request));
          return true;
        });
  }

  /** The conversation that papers of an appeal are kept under. */
  public static String papersOf(LeaveRequest request) {
    return "appeal-" + request.id();
  }

  private Actor actor(LeaveLink link, LeaveRequest request) {
    @Nullable Contact contact =
        link.contact() == null
            ? null
            : contacts.of(link.school(), request.pupil(), link.contact()).orElse(null);
    return contact == null
        ? new Actor(null, request.applicant().name(), request.applicant().relationship())
        : new Actor(null, contact.formalName(), contact.relationship());
  }

  private LeaveRequest request(LeaveLink link) {
    return requests.get(
        new RequestId(
            Objects.requireNonNull(link.request(), "a link for an appeal names its request")));
  }

  private LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }
}
