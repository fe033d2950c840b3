package uk.attendance.leave;

import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.account.PublicAddress;
import uk.attendance.casefile.CaseId;
import uk.attendance.letter.Message;
import uk.attendance.letter.Messages;
import uk.attendance.letter.OwnLinks;
import uk.attendance.pupil.ContactId;

/** A letter that grants less than was asked is answered by an appeal (RT-L3). */
@Component
class LinksInDecisions implements OwnLinks {

  static final String PATH = "/a/";

  /** What is granted in part can be appealed against, too. */
  private static final Set<String> REFUSALS = Set.of("leave-declined", "leave-granted");

  private final LeaveLinks links;
  private final LeaveRequests requests;
  private final Messages messages;
  private final PublicAddress address;

  LinksInDecisions(
      LeaveLinks links, LeaveRequests requests, Messages messages, PublicAddress address) {
    this.links = links;
    this.requests = requests;
    this.messages = messages;
    this.address = address;
  }

  @Override
  public boolean areFor(String letter) {
    return REFUSALS.contains(letter);
  }

  @Override
  public String addressFor(Message message) {
    CaseId about = messages.cases(message.id()).get(0);
    LeaveRequest request =
        requests
            .ofCase(about)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "message %s: case %s is about no request for leave"
                            .formatted(message.id(), about)));
    ContactId contact = message.contact();
    if (contact == null) {
      throw new IllegalStateException(
          "message %s goes to no contact on file: it bears no link".formatted(message.id()));
    }
    return address.link(PATH + links.forAppeal(message.school(), contact, request.id())).toString();
  }
}
