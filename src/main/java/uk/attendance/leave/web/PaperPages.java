package uk.attendance.leave.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.leave.LeavePapers;
import uk.attendance.leave.LeaveRequests;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.ContactsOfPupil;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.PupilSearch;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolCalendar;

/** Puts together what the office's form for a request shows. */
@Component
class PaperPages {

  private static final int FOUND = 8;

  private final Pupils pupils;
  private final Contacts contacts;
  private final LeavePapers papers;
  private final LeaveRequests requests;
  private final RequestViews views;
  private final Calendars calendars;
  private final Clock clock;

  PaperPages(
      Pupils pupils,
      Contacts contacts,
      LeavePapers papers,
      LeaveRequests requests,
      RequestViews views,
      Calendars calendars,
      Clock clock) {
    this.pupils = pupils;
    this.contacts = contacts;
    this.papers = papers;
    this.requests = requests;
    this.views = views;
    this.calendars = calendars;
    this.clock = clock;
  }

  record Found(long id, String name, String place) {}

  /**
   * @param contacts who may ask; those under a court order are barred
   */
  record Chosen(
      long id,
      String name,
      String place,
      List<Sibling> siblings,
      List<Asking> contacts,
      List<String> barred) {}

  record Sibling(long id, String name, String place, boolean ticked) {}

  /**
   * @param words "mother, lives with"
   */
  record Asking(long id, String name, String words, boolean ticked) {}

  LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }

  void show(
      RequestForm form,
      Map<String, String> errors,
      @Nullable CheckedRequest checked,
      CurrentSchool school,
      Scope scope,
      Model model) {
    Long about = form.about();
    List<Found> found = about == null && !form.q().isEmpty() ? search(form, school, scope) : null;
    if (found != null && found.size() == 1) {
      about = found.get(0).id();
    }
    Pupil pupil = about == null ? null : pupil(about, school, scope);
    model.addAttribute("school", school);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("checked", checked);
    model.addAttribute("found", found);
    model.addAttribute("focus", "");
    model.addAttribute("chosen", pupil == null ? null : chosen(pupil, form, scope));
    model.addAttribute(
        "earlier", pupil == null ? List.of() : views.lines(requests.of(pupil.id(), scope), scope));
    model.addAttribute("grounds", Grounds.ALL);
    model.addAttribute("papers", papers.ofForm(school.id(), form.token()));
    model.addAttribute(
        "days",
        AskedDays.of(
            calendars.of(school.id()), form.day(form.from()), form.day(form.to()), today()));
  }

  /** The pupil and the brothers and sisters ticked. */
  List<Pupil> children(
      RequestForm form, CurrentSchool school, Scope scope, Map<String, String> errors) {
    Long about = form.about();
    if (about == null) {
      errors.put("q", "Find the pupil.");
      return List.of();
    }
    Pupil pupil = pupil(about, school, scope);
    List<Pupil> children = new ArrayList<>(List.of(pupil));
    pupils.siblings(pupil, today(), scope).stream()
        .filter(sibling -> form.siblings().contains(sibling.id().value()))
        .forEach(children::add);
    return children;
  }

  private List<Found> search(RequestForm form, CurrentSchool school, Scope scope) {
    return pupils
        .search(PupilSearch.of(form.q()).at(school.id()).onRoll(today()), null, FOUND, scope)
        .rows()
        .stream()
        .map(one -> new Found(one.id().value(), one.name(), RequestViews.place(one)))
        .toList();
  }

  private Pupil pupil(long id, CurrentSchool school, Scope scope) {
    return pupils
        .byId(new PupilId(id), scope)
        .filter(one -> one.school().equals(school.id()))
        .orElseThrow(() -> new NotInSight("pupil", id));
  }

  private Chosen chosen(Pupil pupil, RequestForm form, Scope scope) {
    ContactsOfPupil of = contacts.of(pupil.id(), scope);
    return new Chosen(
        pupil.id().value(),
        pupil.name(),
        RequestViews.place(pupil),
        pupils.siblings(pupil, today(), scope).stream()
            .map(
                one ->
                    new Sibling(
                        one.id().value(),
                        one.calledName(),
                        RequestViews.place(one),
                        form.siblings().contains(one.id().value())))
            .toList(),
        of.all().stream()
            .filter(one -> one.rules().mayBeContacted())
            .map(one -> asking(one, form))
            .toList(),
        of.doNotContact().stream()
            .map(one -> one.formalName() + ", " + one.relationship())
            .toList());
  }

  private static Asking asking(Contact contact, RequestForm form) {
    return new Asking(
        contact.id().value(),
        contact.formalName(),
        contact.relationship().toLowerCase(Locale.UK)
            + (contact.rules().livesWith() ? ", lives with" : ""),
        form.applicant() != null && form.applicant() == contact.id().value());
  }
}
