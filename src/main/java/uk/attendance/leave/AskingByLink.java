package uk.attendance.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolCalendar;

/**
 * A parent asks for leave by a signed link: for the children whom the link's contact stands for.
 */
@Component
public class AskingByLink {

  private final LeaveLinks links;
  private final ContactsByAddress contacts;
  private final RequestingLeave requesting;
  private final TakingInRequests taking;
  private final LeaveRequests requests;
  private final LeavePapers papers;
  private final Clock clock;

  AskingByLink(
      LeaveLinks links,
      ContactsByAddress contacts,
      RequestingLeave requesting,
      TakingInRequests taking,
      LeaveRequests requests,
      LeavePapers papers,
      Clock clock) {
    this.links = links;
    this.contacts = contacts;
    this.requesting = requesting;
    this.taking = taking;
    this.requests = requests;
    this.papers = papers;
    this.clock = clock;
  }

  /** What a parent filled in. */
  public record Asked(
      List<PupilId> children, LocalDate from, LocalDate to, Ground ground, String reason) {

    public Asked {
      children = List.copyOf(children);
    }
  }

  /** The link of a token that works. */
  public Optional<LeaveLink> link(String token) {
    return links.find(token, LeaveLink.Purpose.REQUEST);
  }

  /** The children whom the request may be for. */
  public List<Pupil> children(LeaveLink link) {
    return contacts.children(link.school(), contact(link), today());
  }

  /**
   * What the policy says of it, before it is sent.
   *
   * @throws RequestRefused naming the field that cannot stand
   */
  public List<RequestingLeave.Preview> preview(LeaveLink link, Asked asked) {
    return requesting.preview(request(link, asked));
  }

  /**
   * Sends it; once, however often.
   *
   * @throws RequestRefused naming the field that cannot stand
   */
  public void send(LeaveLink link, Asked asked) {
    if (link.isUsed()) {
      return;
    }
    NewRequest request = request(link, asked);
    Contact contact =
        contacts
            .of(link.school(), request.children().get(0), contact(link))
            .orElseThrow(() -> notTheirs());
    LeaveRequest first =
        taking.take(request, new Actor(null, contact.formalName(), contact.relationship()));
    links.use(link, first.conversation());
  }

  /** What was sent by the link: one request for each child. */
  public List<LeaveRequest> sent(LeaveLink link) {
    return requests.byKey(link.form()).stream().map(requests::get).toList();
  }

  /** The children of what was sent, by name, in the order of their requests. */
  public List<Pupil> childrenOf(LeaveLink link, List<LeaveRequest> sent) {
    return children(link).stream()
        .filter(child -> sent.stream().anyMatch(one -> one.pupil().equals(child.id())))
        .toList();
  }

  private NewRequest request(LeaveLink link, Asked asked) {
    List<PupilId> theirs = children(link).stream().map(Pupil::id).toList();
    if (!theirs.containsAll(asked.children())) {
      throw notTheirs();
    }
    return new NewRequest(
        link.school(),
        asked.children(),
        asked.from(),
        asked.to(),
        asked.ground(),
        asked.reason(),
        contact(link),
        null,
        "",
        today(),
        Way.FORM_BY_LINK,
        papers.ofForm(link.school(), link.form()).stream().map(LeavePaper::fileName).toList(),
        link.form());
  }

  private static RequestRefused notTheirs() {
    return new RequestRefused("children", "The request can only be for your own children.");
  }

  private static ContactId contact(LeaveLink link) {
    return Objects.requireNonNull(link.contact(), "a link for a request is a contact's");
  }

  private LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }
}
