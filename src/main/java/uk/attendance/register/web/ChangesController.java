package uk.attendance.register.web;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.pupil.web.PupilHeadings;
import uk.attendance.register.Amendment;
import uk.attendance.register.Amendments;
import uk.attendance.register.Marks;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** Every amendment of a pupil's register, with all that the law wants kept (NF-R4). */
@Controller
@ForPupilStaff
class ChangesController {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);

  private final Pupils pupils;
  private final Amendments amendments;
  private final PupilHeadings headings;

  ChangesController(Pupils pupils, Amendments amendments, PupilHeadings headings) {
    this.pupils = pupils;
    this.amendments = amendments;
    this.headings = headings;
  }

  /**
   * @param session "Monday 3 November 2025, morning"
   * @param original the code before, or "no mark"
   */
  record Change(
      String session,
      String original,
      String amended,
      String reason,
      String when,
      String name,
      String title) {}

  @GetMapping("/pupils/{id:[0-9]{1,18}}/changes")
  String changes(@PathVariable long id, Scope scope, Model model) {
    Pupil pupil =
        pupils.byId(new PupilId(id), scope).orElseThrow(() -> new NotInSight("pupil", id));
    model.addAttribute("heading", headings.of(pupil, "/changes", scope));
    model.addAttribute(
        "changes", amendments.of(pupil.id(), scope).stream().map(this::change).toList());
    return "pupil/changes";
  }

  private Change change(Amendment amendment) {
    return new Change(
        "%s, %s".formatted(DayWords.full(amendment.day()), amendment.session().words()),
        code(amendment.original()),
        code(amendment.amended()),
        amendment.reason(),
        WHEN.format(LocalDateTime.ofInstant(amendment.at(), SchoolCalendar.ZONE)),
        amendment.by().name(),
        amendment.by().title());
  }

  private static String code(String code) {
    return code.equals(Marks.NONE) ? "no mark" : code;
  }
}
