package uk.attendance.worklist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPack;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.ContactsOfPupil;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.register.Figures;
import uk.attendance.register.KeptFigures;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.register.RunKind;
import uk.attendance.school.SchoolId;
import uk.attendance.school.SchoolYear;

/** Today's absences without a reason, by family (NF-F1). */
@Component
public class UnexplainedToday {

  private final Marks marks;
  private final Pupils pupils;
  private final Contacts contacts;
  private final KeptFigures figures;

  UnexplainedToday(Marks marks, Pupils pupils, Contacts contacts, KeptFigures figures) {
    this.marks = marks;
    this.pupils = pupils;
    this.contacts = contacts;
    this.figures = figures;
  }

  public List<FamilyToRing> of(
      SchoolId school, LocalDate day, SchoolYear year, PolicyPack pack, Scope scope) {
    Set<String> unexplained = Set.copyOf(pack.codeSet("unexplained").codes());
    Set<PupilId> absent =
        marks.on(day, school, scope).stream()
            .filter(mark -> unexplained.contains(mark.code()))
            .map(Mark::pupil)
            .collect(Collectors.toSet());
    Map<PupilId, Figures> kept = figures.of(absent, year, scope);
    Map<PupilId, ContactsOfPupil> whom = contacts.of(absent, scope);
    return families(pupils.byIds(absent, scope)).stream()
        .map(family -> family(family, kept, whom))
        .sorted(FamilyToRing.FIRST_THINGS_FIRST)
        .toList();
  }

  private static Collection<List<Pupil>> families(List<Pupil> pupils) {
    return pupils.stream()
        .collect(
            Collectors.groupingBy(
                pupil -> pupil.family() == null ? "pupil " + pupil.id() : pupil.family(),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private static FamilyToRing family(
      List<Pupil> children, Map<PupilId, Figures> kept, Map<PupilId, ContactsOfPupil> whom) {
    List<ContactsOfPupil> contacts =
        children.stream().map(Pupil::id).filter(whom::containsKey).map(whom::get).toList();
    return new FamilyToRing(
        children.stream()
            .map(pupil -> new FamilyToRing.Child(pupil, schoolDay(kept.get(pupil.id()))))
            .toList(),
        once(contacts.stream().flatMap(of -> of.emergencyContacts().stream()).toList()),
        once(contacts.stream().flatMap(of -> of.doNotContact().stream()).toList()));
  }

  private static int schoolDay(@org.jspecify.annotations.Nullable Figures kept) {
    return kept == null ? 1 : Math.max(1, kept.run(RunKind.UNEXPLAINED).days());
  }

  private static List<Contact> once(List<Contact> contacts) {
    Map<Object, Contact> people = new LinkedHashMap<>();
    contacts.forEach(contact -> people.putIfAbsent(contact.id(), contact));
    return List.copyOf(people.values());
  }
}
