package uk.attendance.quickentry.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.quickentry.Entries;
import uk.attendance.quickentry.EntryRules;
import uk.attendance.quickentry.Subjects;
import uk.attendance.quickentry.web.FormPage.Chosen;
import uk.attendance.quickentry.web.FormPage.Sibling;
import uk.attendance.quickentry.web.FormPage.Teller;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.register.PlannedMark;
import uk.attendance.register.PlannedMarks;
import uk.attendance.school.DayWords;
import uk.attendance.school.Session;

/** What a quick form shows of the pupil it is about. */
@Component
class ChosenPupils {

  private static final int DAYS_AHEAD = 14;
  private static final int ENTRIES = 4;

  private final Pupils pupils;
  private final Subjects subjects;
  private final Contacts contacts;
  private final Marks marks;
  private final PlannedMarks planned;
  private final Entries entries;
  private final EntryViews views;
  private final EntryRules rules;

  ChosenPupils(
      Pupils pupils,
      Subjects subjects,
      Contacts contacts,
      Marks marks,
      PlannedMarks planned,
      Entries entries,
      EntryViews views,
      EntryRules rules) {
    this.pupils = pupils;
    this.subjects = subjects;
    this.contacts = contacts;
    this.marks = marks;
    this.planned = planned;
    this.entries = entries;
    this.views = views;
    this.rules = rules;
  }

  Chosen of(Pupil pupil, QuickForm form, Scope scope) {
    LocalDate today = rules.today();
    return new Chosen(
        pupil.id().value(),
        pupil.name(),
        EntryViews.place(pupil),
        today(pupil, today, scope),
        planned(pupil, today, scope),
        pupils.siblings(pupil, today, scope).stream()
            .map(
                sibling ->
                    new Sibling(
                        sibling.id().value(),
                        sibling.calledName(),
                        EntryViews.place(sibling),
                        form.siblings().contains(sibling.id().value())))
            .toList(),
        subjects.tellers(pupil.id(), scope).stream()
            .map(
                contact ->
                    new Teller(
                        contact.id().value(),
                        contact.formalName(),
                        FormPages.words(contact),
                        form.contact() != null && form.contact() == contact.id().value()))
            .toList(),
        contacts.of(pupil.id(), scope).doNotContact().stream()
            .map(contact -> contact.formalName() + ", " + contact.relationship())
            .toList(),
        views.of(
            entries.of(pupil.id(), pupil.school(), scope).stream().limit(ENTRIES).toList(), scope));
  }

  private String today(Pupil pupil, LocalDate today, Scope scope) {
    Map<Session, String> codes =
        marks.of(pupil.id(), today, today, scope).stream()
            .collect(Collectors.toMap(Mark::session, Mark::code));
    return Arrays.stream(Session.values())
        .map(
            session ->
                session.words()
                    + " "
                    + (codes.containsKey(session) ? codes.get(session) : "not marked yet"))
        .collect(Collectors.joining(", "));
  }

  /** "Tuesday 4 November: M". */
  private List<String> planned(Pupil pupil, LocalDate today, Scope scope) {
    Map<LocalDate, List<PlannedMark>> byDay =
        planned.of(pupil.id(), today, today.plusDays(DAYS_AHEAD), scope).stream()
            .collect(Collectors.groupingBy(PlannedMark::day, TreeMap::new, Collectors.toList()));
    return byDay.entrySet().stream()
        .map(
            day ->
                DayWords.withoutYear(day.getKey())
                    + ": "
                    + day.getValue().stream()
                        .map(mark -> mark.session().words() + " " + mark.code())
                        .collect(Collectors.joining(", ")))
        .toList();
  }
}
