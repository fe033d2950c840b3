package uk.attendance.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * An administrator gives a colleague a link to set a password: by mail, or, where no mail can be
 * sent, to hand over themselves.
 */
@Component
public class Inviting {

  private static final Logger log = LoggerFactory.getLogger(Inviting.class);

  private final PeopleOfSchool people;
  private final PasswordLinks links;
  private final AccountMail mail;
  private final AccountEvents events;

  Inviting(PeopleOfSchool people, PasswordLinks links, AccountMail mail, AccountEvents events) {
    this.people = people;
    this.links = links;
    this.mail = mail;
    this.events = events;
  }

  /**
   * How the link went.
   *
   * @param link to be shown to the administrator once; null when it went by mail
   * @param mailFailed mail is configured but refused it
   */
  public record Handed(@Nullable String link, boolean mailFailed, Instant until) {}

  /**
   * Whose roles reach beyond this administrator's schools gets a link by mail only: shown, it would
   * open those schools too.
   */
  public Handed invite(Administrator by, AccountId id) {
    by.mustBeOne("making a link for a person");
    Account account =
        people
            .find(id, by.school(), by.scope())
            .filter(person -> mail.configured() || !person.elsewhere())
            .map(Person::account)
            .orElseThrow(() -> new NotInSight("person", id));
    PasswordLinks.Made link = links.forInvitation(id);
    if (!mail.configured()) {
      made(by, id, "Link to set a password shown to the administrator");
      return new Handed(mail.link(link.token()), false, link.until());
    }
    try {
      mail.invite(account, link);
      made(by, id, "Link to set a password sent to " + account.email());
      return new Handed(null, false, link.until());
    } catch (MailException e) {
      log.error("sending account {} a link failed", id, e);
      links.voidAll(id);
      return new Handed(null, true, link.until());
    }
  }

  private void made(Administrator by, AccountId id, String words) {
    events.add(id, AccountEvent.Kind.LINK_MADE, words, by.person());
  }
}
