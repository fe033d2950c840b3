package uk.attendance.pupil.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.ContactsOfPupil;
import uk.attendance.pupil.PhoneNumber;

/**
 * A contact as a page shows one: of a person under a no-contact order the name and that fact only.
 *
 * @param relation "mother, lives with, parental responsibility"
 * @param rules sentences on how to reach this person
 */
public record ContactCard(
    String name,
    String relation,
    boolean doNotContact,
    List<Number> numbers,
    @Nullable String email,
    String address,
    List<String> rules) {

  /**
   * @param href a tel: link
   */
  public record Number(String words, String href) {}

  public static List<ContactCard> inOrder(ContactsOfPupil contacts) {
    return contacts.all().stream().map(ContactCard::of).toList();
  }

  /** Those to ring, in order. */
  public static List<ContactCard> toRing(ContactsOfPupil contacts) {
    return contacts.emergencyContacts().stream().map(ContactCard::of).toList();
  }

  public static List<ContactCard> doNotContact(ContactsOfPupil contacts) {
    return contacts.doNotContact().stream().map(ContactCard::of).toList();
  }

  private static ContactCard of(Contact contact) {
    boolean barred = !contact.rules().mayBeContacted();
    return new ContactCard(
        contact.formalName(),
        relation(contact),
        barred,
        contact.numbers().stream().map(ContactCard::number).toList(),
        contact.mayBeEmailed() ? contact.email() : null,
        barred ? "" : address(contact),
        barred
            ? List.of("Do not contact: no call, text, letter or copy, whatever the reason.")
            : rules(contact));
  }

  private static Number number(PhoneNumber number) {
    return new Number(number.given(), "tel:" + number.dialled());
  }

  private static String relation(Contact contact) {
    List<String> words = new ArrayList<>();
    words.add(contact.relationship().toLowerCase(Locale.UK));
    if (contact.rules().mayBeContacted()) {
      if (contact.rules().livesWith()) {
        words.add("lives with");
      }
      if (contact.rules().parentalResponsibility()) {
        words.add("parental responsibility");
      }
      if (!contact.rules().isParent()) {
        words.add("emergency only");
      }
    }
    return String.join(", ", words);
  }

  private static String address(Contact contact) {
    List<String> lines = new ArrayList<>(contact.address());
    if (contact.postcode() != null) {
      lines.add(contact.postcode());
    }
    return String.join(", ", lines);
  }

  private static List<String> rules(Contact contact) {
    List<String> rules = new ArrayList<>();
    if (contact.rules().language() != null) {
      rules.add("Interpreter: " + contact.rules().language());
    }
    if (contact.rules().doNotText()) {
      rules.add("Do not text");
    }
    if (contact.rules().preferredChannel() != null) {
      rules.add("Prefers " + contact.rules().preferredChannel().words());
    }
    return rules;
  }
}
