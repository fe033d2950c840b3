package uk.attendance.pupil;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A pupil's contacts in their order of priority; who of them a letter or a call is for. */
public record ContactsOfPupil(List<Contact> all) {

  private static final Comparator<Contact> IN_ORDER =
      Comparator.comparingInt((Contact contact) -> contact.rules().priority())
          .thenComparing(contact -> !contact.rules().livesWith())
          .thenComparing(contact -> contact.id().value());

  public ContactsOfPupil {
    all = all.stream().sorted(IN_ORDER).toList();
  }

  /** Parental responsibility or lives with the pupil; never one under a no-contact order. */
  public List<Contact> parents() {
    return those(contact -> contact.rules().isParent());
  }

  /** Parental responsibility; never one under a no-contact order. */
  public List<Contact> legalParents() {
    return those(contact -> contact.rules().isLegalParent());
  }

  /** Everybody who may be rung, in the order to ring them (LB-D4, RT-D5). */
  public List<Contact> emergencyContacts() {
    return those(Contact::mayBeRung);
  }

  public List<Contact> doNotContact() {
    return those(contact -> !contact.rules().mayBeContacted());
  }

  /** Languages of parents for whom an interpreter is wanted. */
  public List<String> languages() {
    return parents().stream()
        .map(contact -> contact.rules().language())
        .filter(language -> language != null)
        .distinct()
        .toList();
  }

  private List<Contact> those(Predicate<Contact> wanted) {
    return all.stream().filter(wanted).toList();
  }
}
