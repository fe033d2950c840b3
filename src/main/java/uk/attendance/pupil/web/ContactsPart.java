package uk.attendance.pupil.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.ContactsOfPupil;
import uk.attendance.pupil.Flag;
import uk.attendance.pupil.Pupil;

/** Contacts and the flags that the person may see, at the head of a pupil's pages. */
@Component
@Order(2)
class ContactsPart implements PupilPart {

  private final Contacts contacts;

  ContactsPart(Contacts contacts) {
    this.contacts = contacts;
  }

  @Override
  public List<Tab> tabs(Pupil pupil, Scope scope) {
    int count = contacts.of(pupil.id(), scope).all().size();
    return List.of(new Tab(20, "Contacts (%d)".formatted(count), "/contacts"));
  }

  @Override
  public List<Badge> badges(Pupil pupil, Scope scope) {
    ContactsOfPupil all = contacts.of(pupil.id(), scope);
    List<Badge> badges = new ArrayList<>();
    if (!all.doNotContact().isEmpty()) {
      badges.add(new Badge("do not contact " + names(all), Tone.BAD));
    }
    all.languages()
        .forEach(language -> badges.add(new Badge("interpreter: " + language, Tone.WARN)));
    for (Flag flag : pupil.flags()) {
      badges.add(new Badge(flag.words(), Tone.PLAIN));
    }
    return badges;
  }

  private static String names(ContactsOfPupil all) {
    return String.join(
        ", ", all.doNotContact().stream().map(contact -> contact.formalName()).toList());
  }
}
