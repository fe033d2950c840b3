package uk.attendance.reply;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.letter.Messages;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.Pupils;

/**
 * Of which children a link may tell. A court order that came in since the message went takes a
 * child out of it (NF-A1), and so does a contact who is none any more.
 */
@Component
class Children {

  private final Messages messages;
  private final Pupils pupils;
  private final Contacts contacts;

  Children(Messages messages, Pupils pupils, Contacts contacts) {
    this.messages = messages;
    this.pupils = pupils;
    this.contacts = contacts;
  }

  List<Child> of(Link link) {
    Scope scope = Scope.ofTheSystem(link.school());
    List<Child> children = new ArrayList<>();
    for (Messages.About about : messages.about(link.message())) {
      contacts.of(about.pupil(), scope).all().stream()
          .filter(contact -> contact.id().equals(link.contact()))
          .filter(contact -> contact.rules().mayBeContacted())
          .findFirst()
          .flatMap(contact -> child(about, contact, scope))
          .ifPresent(children::add);
    }
    return children;
  }

  private java.util.Optional<Child> child(Messages.About about, Contact contact, Scope scope) {
    return pupils
        .byId(about.pupil(), scope)
        .map(pupil -> new Child(pupil, about.caseId(), contact));
  }
}
