package uk.attendance.pupil.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.Setting;
import uk.attendance.policy.Value;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.ContactsOfPupil;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.DayWords;
import uk.attendance.school.Schools;

/** Pupils about whom too few people can be rung (LB-D4, RT-D5). */
@Controller
@ForPupilStaff
class FewContactsController {

  private static final String WANTED = "pupils.emergency-contacts-at-least";

  private final Pupils pupils;
  private final Contacts contacts;
  private final Schools schools;
  private final PolicyPacks packs;
  private final Clock clock;

  FewContactsController(
      Pupils pupils, Contacts contacts, Schools schools, PolicyPacks packs, Clock clock) {
    this.pupils = pupils;
    this.contacts = contacts;
    this.schools = schools;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * @param place "Year 5, Oak"
   * @param reachable "nobody" or the names of those who can be rung
   */
  record Row(long id, String name, String place, String reachable) {}

  @GetMapping("/pupils/few-contacts")
  String list(CurrentSchool school, Scope scope, Model model) {
    Setting setting = packs.pack(schools.get(school.id()).pack()).settings().get(WANTED);
    int wanted = wanted(setting);
    LocalDate today = LocalDate.now(clock);
    List<Pupil> found = pupils.withFewerContacts(school.id(), wanted, today, scope);
    Map<PupilId, ContactsOfPupil> reachable =
        contacts.of(found.stream().map(Pupil::id).toList(), scope);
    model.addAttribute("wanted", wanted);
    model.addAttribute("rule", setting.rule().value());
    model.addAttribute("today", DayWords.full(today));
    model.addAttribute(
        "pupils", found.stream().map(pupil -> row(pupil, reachable.get(pupil.id()))).toList());
    return "pupil/few-contacts";
  }

  private static int wanted(Setting setting) {
    return setting.as(Value.Count.class).amount();
  }

  private static Row row(Pupil pupil, @org.jspecify.annotations.Nullable ContactsOfPupil all) {
    List<String> names =
        all == null
            ? List.of()
            : all.emergencyContacts().stream()
                .map(contact -> "%s (%s)".formatted(contact.name(), contact.relationship()))
                .toList();
    return new Row(
        pupil.id().value(),
        pupil.name(),
        pupil.className() == null
            ? pupil.year().words()
            : pupil.year().words() + ", " + pupil.className(),
        names.isEmpty() ? "nobody" : String.join(", ", names));
  }
}
