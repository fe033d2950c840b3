package uk.attendance.quickentry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.SchoolId;

/** Whom an entry is about and who may have told it (DH-R1, NF-A1). */
@Component
public class Subjects {

  /** Who records entries. */
  public static final Set<Role> OFFICE =
      EnumSet.of(Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD);

  /** Brothers and sisters pass no reason on, whatever their age (DH-R1). */
  private static final Pattern CHILD =
      Pattern.compile("\\b(brother|sister|sibling|cousin|friend|pupil|child)\\b");

  private final Pupils pupils;
  private final Contacts contacts;

  Subjects(Pupils pupils, Contacts contacts) {
    this.pupils = pupils;
    this.contacts = contacts;
  }

  /** Adults whose word counts for the pupil: never a child, never one barred by a court order. */
  public List<Contact> tellers(PupilId pupil, Scope scope) {
    return contacts.of(pupil, scope).all().stream()
        .filter(contact -> contact.rules().mayBeContacted())
        .filter(contact -> !CHILD.matcher(contact.relationship().toLowerCase(Locale.UK)).find())
        .toList();
  }

  void refuseOthers(SchoolId school, Scope scope) {
    if (!scope.has(school, OFFICE.toArray(Role[]::new))) {
      throw new NotAllowed(
          "recording an entry", school, scope.rolesAt(school), List.copyOf(OFFICE));
    }
  }

  /**
   * The pupils of an entry, the one it was entered for first; brothers and sisters by the way.
   *
   * @throws NotInSight when one is not of this school or not in the person's sight
   */
  List<Pupil> of(List<PupilId> ids, SchoolId school, LocalDate day, Scope scope) {
    refuseOthers(school, scope);
    if (ids.isEmpty()) {
      throw new EntryRefused("q", "Find the pupil.");
    }
    List<Pupil> found = new ArrayList<>();
    for (PupilId id : new LinkedHashSet<>(ids)) {
      Pupil pupil =
          pupils
              .byId(id, scope)
              .filter(one -> one.school().equals(school))
              .orElseThrow(() -> new NotInSight("pupil", id));
      if (!pupil.isOnRoll(day)) {
        throw new EntryRefused("q", "Not on roll on that day.", id);
      }
      found.add(pupil);
    }
    Pupil first = found.get(0);
    Set<PupilId> family = new LinkedHashSet<>();
    pupils.siblings(first, day, scope).forEach(sibling -> family.add(sibling.id()));
    for (Pupil other : found.subList(1, found.size())) {
      if (!family.contains(other.id())) {
        throw new EntryRefused(
            "siblings", "No brother or sister of the first: make an entry of its own.", other.id());
      }
    }
    return found;
  }

  /** The same person for all of the pupils. */
  Contact teller(ContactId id, List<Pupil> about, Scope scope) {
    Contact teller = null;
    for (Pupil pupil : about) {
      Contact contact =
          tellers(pupil.id(), scope).stream()
              .filter(one -> one.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      new EntryRefused(
                          "contact",
                          "This person's word does not count for this child: no adult contact, or barred by a court order. Take a message instead.",
                          pupil.id()));
      teller = teller == null ? contact : teller;
    }
    if (teller == null) {
      throw new EntryRefused("q", "Find the pupil.");
    }
    return teller;
  }

  static String words(Contact teller) {
    return teller.formalName() + ", " + teller.relationship().toLowerCase(Locale.UK);
  }
}
