package uk.attendance.reply;

import org.springframework.stereotype.Component;
import uk.attendance.account.PublicAddress;
import uk.attendance.letter.Message;
import uk.attendance.letter.ReplyLinks;
import uk.attendance.pupil.ContactId;
import uk.attendance.school.SchoolId;

/** Makes the link of a message when the message goes. */
@Component
class LinksInMessages implements ReplyLinks {

  static final String PATH = "/r/";

  private final Links links;
  private final Tokens tokens;
  private final ReplyRules rules;
  private final PublicAddress address;
  private final boolean offered;

  LinksInMessages(
      Links links, Tokens tokens, ReplyRules rules, PublicAddress address, ReplySettings settings) {
    this.links = links;
    this.tokens = tokens;
    this.rules = rules;
    this.address = address;
    this.offered = settings.offeredAt(address.url());
  }

  /** One address serves all schools of the installation. */
  @Override
  public boolean areOffered(SchoolId school) {
    return offered;
  }

  @Override
  public String addressFor(Message message) {
    ContactId contact = message.contact();
    if (contact == null) {
      throw new IllegalStateException(
          "message %s is for the local authority, which answers by no link"
              .formatted(message.id()));
    }
    String token = tokens.of(message);
    links.keep(
        message, contact, Tokens.digest(token), rules.now(), rules.openUntil(message.school()));
    return address.link(PATH + token).toString();
  }
}
