package uk.attendance.reply;

import org.springframework.stereotype.Component;
import uk.attendance.account.PublicAddress;
import uk.attendance.letter.Message;
import uk.attendance.letter.ReplyLinks;
import uk.attendance.pupil.ContactId;
import uk.attendance.school.SchoolId;
import uk.attendance.secret.Digest;
import uk.attendance.secret.Secrets;
import uk.attendance.secret.Tokens;

/** Makes the link of a message when the message goes. */
@Component
class LinksInMessages implements ReplyLinks {

  static final String PATH = "/r/";
  private static final String SIGNED_FOR = "reply-link";

  /** Half of the signature: 22 letters, short enough for a text. */
  private static final int TOKEN_BYTES = 16;

  private final Links links;
  private final Tokens tokens;
  private final ReplyRules rules;
  private final PublicAddress address;
  private final boolean offered;

  LinksInMessages(
      Links links,
      Secrets secrets,
      ReplyRules rules,
      PublicAddress address,
      ReplySettings settings) {
    this.links = links;
    this.tokens = new Tokens(secrets, SIGNED_FOR, TOKEN_BYTES);
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
    String token = token(message);
    links.keep(message, contact, Digest.of(token), rules.now(), rules.openUntil(message.school()));
    return address.link(PATH + token).toString();
  }

  /**
   * The Message-ID beside the number keeps a token of before a restored backup from fitting another
   * message.
   */
  private String token(Message message) {
    return tokens.of(message.id() + " " + message.mailId());
  }
}
