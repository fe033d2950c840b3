package uk.attendance.letter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.ContactRules;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.ContactsOfPupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.School;

/** Whom a letter is for, and who stands under a no-contact order although it would be (NF-A1). */
@Component
class FindingRecipients {

  private final Contacts contacts;
  private final Messages messages;

  FindingRecipients(Contacts contacts, Messages messages) {
    this.contacts = contacts;
    this.messages = messages;
  }

  /**
   * @param barred those whom a court order keeps the letter from
   */
  record Found(List<Recipient> recipients, List<Recipient> barred) {}

  Found of(Audience audience, CaseFile about, School school, Letterhead head) {
    return switch (audience) {
      case PARENTS -> among(about, rules -> rules.parentalResponsibility() || rules.livesWith());
      case LEGAL_PARENTS -> among(about, ContactRules::parentalResponsibility);
      case AUTHORITY ->
          new Found(
              List.of(Recipient.authority(school.localAuthority(), head.authorityEmail())),
              List.of());
      case WHO_HAD_THE_FIRST -> hadOne(about);
      case NAMED ->
          throw new IllegalStateException(
              "a letter of case %s is for contacts that the case names; needed: which"
                  .formatted(about.id()));
    };
  }

  /** Contacts that the case names, as far as the files still have them. */
  Found named(Collection<ContactId> contacts, CaseFile about) {
    return split(
        of(about).all().stream().filter(contact -> contacts.contains(contact.id())).toList());
  }

  /**
   * Who a message of the outbox is for, as the files name them today; empty: no longer a contact.
   */
  Optional<Recipient> of(Message message, PupilId pupil, School school, Letterhead head) {
    return message.contact() == null
        ? Optional.of(Recipient.authority(school.localAuthority(), head.authorityEmail()))
        : contacts.of(pupil, Scope.ofTheSystem(school.id())).all().stream()
            .filter(contact -> contact.id().equals(message.contact()))
            .findFirst()
            .map(Recipient::of);
  }

  private Found among(CaseFile about, Predicate<ContactRules> wanted) {
    return split(of(about).all().stream().filter(contact -> wanted.test(contact.rules())).toList());
  }

  private Found hadOne(CaseFile about) {
    var had = messages.contactsWhoHad(about.id());
    return split(of(about).all().stream().filter(contact -> had.contains(contact.id())).toList());
  }

  private static Found split(List<Contact> all) {
    return new Found(
        all.stream().filter(one -> one.rules().mayBeContacted()).map(Recipient::of).toList(),
        all.stream().filter(one -> !one.rules().mayBeContacted()).map(Recipient::of).toList());
  }

  private ContactsOfPupil of(CaseFile about) {
    return contacts.of(about.pupil(), Scope.ofTheSystem(about.school()));
  }
}
