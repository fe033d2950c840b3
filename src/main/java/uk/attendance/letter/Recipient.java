package uk.attendance.letter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.Contact;

/**
 * Who a letter is for.
 *
 * @param contact null: the local authority
 * @param name as an envelope has it
 * @param email of the authority; a contact's stands with the contact
 */
record Recipient(@Nullable Contact contact, String name, @Nullable String email) {

  static Recipient of(Contact contact) {
    return new Recipient(contact, contact.formalName(), null);
  }

  static Recipient authority(String authority, @Nullable String email) {
    return new Recipient(null, authority + " school attendance team", email);
  }

  /** Tells the recipients of one letter apart. */
  String key() {
    return contact == null ? "authority" : "contact-" + contact.id();
  }

  /** Lines below the name on an envelope. */
  List<String> address() {
    if (contact == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(contact.address());
    if (contact.postcode() != null) {
      lines.add(contact.postcode());
    }
    return lines;
  }
}
