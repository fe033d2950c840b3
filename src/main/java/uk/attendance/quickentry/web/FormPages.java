package uk.attendance.quickentry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NotInSight;
import uk.attendance.account.PeopleOfSchool;
import uk.attendance.account.Person;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.PupilSearch;
import uk.attendance.pupil.Pupils;
import uk.attendance.quickentry.Entries;
import uk.attendance.quickentry.Entries.Wanted;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.quickentry.EntryRules;
import uk.attendance.quickentry.web.FormPage.Chosen;
import uk.attendance.quickentry.web.FormPage.Found;

/** Puts together what a quick form shows. */
@Component
class FormPages {

  private static final int FOUND = 8;
  private static final int OF_TODAY = 12;

  private final Pupils pupils;
  private final ChosenPupils chosen;
  private final Entries entries;
  private final EntryViews views;
  private final FormHints hints;
  private final PeopleOfSchool people;
  private final EntryRules rules;

  FormPages(
      Pupils pupils,
      ChosenPupils chosen,
      Entries entries,
      EntryViews views,
      FormHints hints,
      PeopleOfSchool people,
      EntryRules rules) {
    this.pupils = pupils;
    this.chosen = chosen;
    this.entries = entries;
    this.views = views;
    this.hints = hints;
    this.people = people;
    this.rules = rules;
  }

  FormPage of(EntryKind kind, QuickForm form, CurrentSchool school, Scope scope) {
    Long about = form.about();
    List<Found> found =
        about == null && !form.q().isEmpty() ? search(form.q(), school, scope) : List.of();
    if (found.size() == 1) {
      about = found.get(0).id();
    }
    List<Person> staff = working(school, scope);
    return new FormPage(
        kind,
        Arrays.asList(EntryKind.values()),
        about == null && (form.find() != null || !form.q().isEmpty()),
        found,
        chosen(about, form, school, scope),
        hints.of(kind, school.id()),
        leaders(staff),
        staff.stream().map(FormPages::words).toList(),
        views.of(
            entries.wanted(
                new Wanted(rules.today(), kind, "", false), school.id(), OF_TODAY, scope),
            scope));
  }

  /** On roll today or soon; by name. */
  List<Found> search(String text, CurrentSchool school, Scope scope) {
    LocalDate today = rules.today();
    return pupils
        .search(PupilSearch.of(text).at(school.id()).onRoll(today), null, FOUND, scope)
        .rows()
        .stream()
        .map(pupil -> new Found(pupil.id().value(), pupil.name(), EntryViews.place(pupil)))
        .toList();
  }

  private @Nullable Chosen chosen(
      @Nullable Long about, QuickForm form, CurrentSchool school, Scope scope) {
    if (about == null) {
      return null;
    }
    Pupil pupil =
        pupils
            .byId(new PupilId(about), scope)
            .filter(one -> one.school().equals(school.id()))
            .orElseThrow(() -> new NotInSight("pupil", about));
    return chosen.of(pupil, form, scope);
  }

  private List<Person> working(CurrentSchool school, Scope scope) {
    return people.list(school.id(), scope).stream()
        .filter(person -> person.state(rules.today()) != Person.State.CLOSED)
        .toList();
  }

  /** The headteacher first, then who leads when the headteacher is not in the building (DH-R12). */
  private static List<String> leaders(List<Person> staff) {
    List<Role> order = List.of(Role.HEADTEACHER, Role.ATTENDANCE_LEAD, Role.DSL);
    List<Person> leading = new ArrayList<>(staff);
    leading.removeIf(person -> first(person, order).isEmpty());
    leading.sort(Comparator.comparing(person -> order.indexOf(first(person, order).get())));
    return leading.stream().map(FormPages::words).toList();
  }

  private static Optional<Role> first(Person person, List<Role> order) {
    return order.stream().filter(person.roles()::contains).findFirst();
  }

  private static String words(Person person) {
    return person.account().name() + ", " + person.account().title();
  }

  static String words(Contact contact) {
    return contact.relationship().toLowerCase(Locale.UK)
        + (contact.rules().livesWith() ? ", lives with" : "");
  }
}
