package uk.attendance.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.NotInSight;
import uk.attendance.account.PeopleOfSchool;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.form.Form;
import uk.attendance.form.Option;
import uk.attendance.form.Supplied;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.register.CodesOffered;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Schools;

/** What a case supplies to the forms of its tasks: values for their texts, answers to offer. */
@Component
class TaskSupplies {

  private final Pupils pupils;
  private final Contacts contacts;
  private final PeopleOfSchool people;
  private final CodesOffered codes;
  private final Schools schools;
  private final CaseFiles cases;
  private final Attachments attachments;
  private final Clock clock;

  TaskSupplies(
      Pupils pupils,
      Contacts contacts,
      PeopleOfSchool people,
      CodesOffered codes,
      Schools schools,
      CaseFiles cases,
      Attachments attachments,
      Clock clock) {
    this.pupils = pupils;
    this.contacts = contacts;
    this.people = people;
    this.codes = codes;
    this.schools = schools;
    this.cases = cases;
    this.attachments = attachments;
    this.clock = clock;
  }

  /**
   * @param person whose files may be named; null for the program and people without an account
   */
  Supplied of(OpenTask task, Form form, @Nullable AccountId person, Scope scope) {
    Pupil pupil =
        pupils.byId(task.pupil(), scope).orElseThrow(() -> new NotInSight("task", task.id()));
    return of(task, form, pupil, person, scope);
  }

  Supplied of(OpenTask task, Form form, Pupil pupil, @Nullable AccountId person, Scope scope) {
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    CaseFile file = cases.get(task.caseId());
    Map<String, List<Option>> options = new HashMap<>();
    Set<String> sources = form.sources();
    if (sources.contains("contacts")) {
      options.put("contacts", contacts(pupil, scope));
    }
    if (sources.contains("staff")) {
      options.put("staff", staff(task, today, scope));
    }
    if (sources.contains("codes")) {
      options.put("codes", codes(file));
    }
    if (person != null) {
      for (Attachment attachment : attachments.of(task.id(), person)) {
        options.merge(
            attachment.field(),
            List.of(new Option(Long.toString(attachment.id()), attachment.fileName())),
            TaskSupplies::both);
      }
    }
    return new Supplied(today, values(task, file, pupil, today), options);
  }

  private Map<String, String> values(OpenTask task, CaseFile file, Pupil pupil, LocalDate today) {
    return Map.of(
        "pupil", pupil.name(),
        "firstName", pupil.calledName(),
        "year", pupil.year().words(),
        "className", Optional.ofNullable(pupil.className()).orElse("no class"),
        "school", schools.get(task.school()).name(),
        "today", DayWords.full(today),
        "startedOn", DayWords.full(file.startedOn()),
        "dueOn", DayWords.full(task.dueOn()));
  }

  /** Whoever may be contacted, by the number that the school's system gave them. */
  private List<Option> contacts(Pupil pupil, Scope scope) {
    return contacts.of(pupil.id(), scope).all().stream()
        .filter(contact -> contact.rules().mayBeContacted())
        .map(
            contact ->
                new Option(
                    contact.externalId(),
                    "%s, %s".formatted(contact.formalName(), contact.relationship())))
        .toList();
  }

  private List<Option> staff(OpenTask task, LocalDate today, Scope scope) {
    return people.list(task.school(), scope).stream()
        .map(person -> person.account())
        .filter(account -> !account.closed(today))
        .map(
            account ->
                new Option(
                    account.id().toString(), "%s, %s".formatted(account.name(), account.title())))
        .toList();
  }

  /** Codes that settle an absence. */
  private List<Option> codes(CaseFile file) {
    return codes.forPlans(file.startedOn(), file.school()).stream()
        .map(code -> new Option(code.code(), "%s – %s".formatted(code.code(), code.meaning())))
        .toList();
  }

  private static List<Option> both(List<Option> first, List<Option> second) {
    List<Option> both = new java.util.ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
