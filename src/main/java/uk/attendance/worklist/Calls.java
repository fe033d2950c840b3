package uk.attendance.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.ContactsOfPupil;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.FamilyToCall.Child;
import uk.attendance.worklist.FamilyToCall.NotToContact;
import uk.attendance.worklist.FamilyToCall.PersonToRing;
import uk.attendance.worklist.FamilyToCall.Reply;

/**
 * The call sheet: today's unexplained absences by family, from open call tasks and their answers.
 */
@Component
public class Calls {

  private final OpenCalls open;
  private final CallsMade made;
  private final Contacts contacts;
  private final Calendars calendars;
  private final Clock clock;

  Calls(OpenCalls open, CallsMade made, Contacts contacts, Calendars calendars, Clock clock) {
    this.open = open;
    this.made = made;
    this.contacts = contacts;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * @param replies what parents let the school know today, by child
   */
  public CallSheet today(SchoolId school, Map<PupilId, Reply> replies, Scope scope) {
    LocalDate day = SchoolCalendar.dayOf(clock.instant());
    List<OpenCalls.Call> all = open.of(school, day, scope);
    List<OpenCalls.Call> calls =
        all.stream()
            .filter(call -> !call.onHold() || TaskRights.seesHeld(scope, school))
            .filter(call -> !call.postponed())
            .toList();
    List<CallMade> today =
        made.on(day, school, scope).stream().filter(call -> !call.undone()).toList();
    List<CallMade> earlier =
        made
            .before(
                day, calls.stream().map(OpenCalls.Call::caseId).collect(Collectors.toSet()), scope)
            .stream()
            .filter(call -> !call.undone())
            .toList();
    Map<String, List<OpenCalls.Call>> callsOf = byFamily(calls, OpenCalls.Call::pupil);
    Map<String, List<CallMade>> madeOf = byFamily(today, CallMade::pupil);
    Map<PupilId, ContactsOfPupil> whom =
        contacts.of(
            calls.stream().map(call -> call.pupil().id()).collect(Collectors.toSet()), scope);
    SchoolCalendar calendar = calendars.of(school);
    Set<String> families = new java.util.LinkedHashSet<>(callsOf.keySet());
    families.addAll(madeOf.keySet());
    return new CallSheet(
        families.stream()
            .map(
                family ->
                    family(
                        callsOf.getOrDefault(family, List.of()).stream()
                            .map(call -> call.child(schoolDay(calendar, call.startedOn(), day)))
                            .toList(),
                        madeOf.getOrDefault(family, List.of()),
                        earlier,
                        whom,
                        replies))
            .sorted(FamilyToCall.FIRST_THINGS_FIRST)
            .toList(),
        (int)
            all.stream()
                .filter(call -> call.onHold() && !TaskRights.seesHeld(scope, school))
                .count(),
        (int) all.stream().filter(call -> !call.onHold() && call.postponed()).count());
  }

  private static FamilyToCall family(
      List<Child> children,
      List<CallMade> made,
      List<CallMade> earlier,
      Map<PupilId, ContactsOfPupil> whom,
      Map<PupilId, Reply> replies) {
    Set<PupilId> ids =
        children.stream().map(child -> child.pupil().id()).collect(Collectors.toSet());
    return new FamilyToCall(
        key(children, made),
        children,
        toRing(children, whom),
        notToContact(children, whom),
        ids.stream()
            .filter(whom::containsKey)
            .flatMap(id -> whom.get(id).languages().stream())
            .distinct()
            .sorted()
            .toList(),
        made,
        earlier.stream().filter(call -> ids.contains(call.pupil().id())).toList(),
        children.stream()
            .map(child -> replies.get(child.pupil().id()))
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  /**
   * Parents first and the others in reserve; where parents have been tried, the other way round.
   */
  private static List<PersonToRing> toRing(
      List<Child> children, Map<PupilId, ContactsOfPupil> whom) {
    Map<ContactId, Contact> people = new LinkedHashMap<>();
    Map<ContactId, List<String>> about = new LinkedHashMap<>();
    Set<ContactId> now = new HashSet<>();
    for (Child child : children) {
      ContactsOfPupil of = whom.get(child.pupil().id());
      if (of != null) {
        List<Contact> first = first(child, of);
        first.forEach(contact -> now.add(contact.id()));
        Stream.concat(first.stream(), of.emergencyContacts().stream())
            .distinct()
            .forEach(
                contact -> {
                  people.putIfAbsent(contact.id(), contact);
                  about
                      .computeIfAbsent(contact.id(), any -> new ArrayList<>())
                      .add(child.pupil().calledName());
                });
      }
    }
    return people.values().stream()
        .map(
            person ->
                new PersonToRing(
                    person, someOf(about.get(person.id()), children), !now.contains(person.id())))
        .sorted(Comparator.comparing(PersonToRing::inReserve))
        .toList();
  }

  /** Where there is none of the one kind, those of the other are rung at once. */
  private static List<Contact> first(Child child, ContactsOfPupil contacts) {
    List<Contact> parents = contacts.parents().stream().filter(Contact::mayBeRung).toList();
    List<Contact> others = new ArrayList<>(contacts.emergencyContacts());
    others.removeAll(parents);
    List<Contact> wanted = child.emergency() ? others : parents;
    return wanted.isEmpty() ? contacts.emergencyContacts() : wanted;
  }

  private static List<NotToContact> notToContact(
      List<Child> children, Map<PupilId, ContactsOfPupil> whom) {
    Map<ContactId, Contact> people = new LinkedHashMap<>();
    Map<ContactId, List<String>> about = new LinkedHashMap<>();
    for (Child child : children) {
      ContactsOfPupil of = whom.get(child.pupil().id());
      for (Contact contact : of == null ? List.<Contact>of() : of.doNotContact()) {
        people.putIfAbsent(contact.id(), contact);
        about
            .computeIfAbsent(contact.id(), any -> new ArrayList<>())
            .add(child.pupil().calledName());
      }
    }
    return people.values().stream()
        .map(person -> new NotToContact(person, someOf(about.get(person.id()), children)))
        .toList();
  }

  /** Empty when it is all of them. */
  private static List<String> someOf(@Nullable List<String> names, List<Child> children) {
    return names == null || names.size() == children.size() ? List.of() : names;
  }

  private static String key(List<Child> children, List<CallMade> made) {
    return Long.toString(
        java.util.stream.Stream.concat(
                children.stream().map(Child::pupil), made.stream().map(CallMade::pupil))
            .mapToLong(pupil -> pupil.id().value())
            .min()
            .orElseThrow());
  }

  private static int schoolDay(SchoolCalendar calendar, LocalDate startedOn, LocalDate day) {
    return calendar.covers(startedOn) && calendar.covers(day)
        ? Math.max(1, calendar.numberInSpell(startedOn, day))
        : 1;
  }

  private static <T> Map<String, List<T>> byFamily(
      Collection<T> all, java.util.function.Function<T, Pupil> pupil) {
    Map<String, List<T>> families = new TreeMap<>();
    all.forEach(
        one ->
            families
                .computeIfAbsent(familyOf(pupil.apply(one)), any -> new ArrayList<>())
                .add(one));
    return families;
  }

  private static String familyOf(Pupil pupil) {
    return pupil.family() == null ? "pupil " + pupil.id() : "family " + pupil.family();
  }
}
