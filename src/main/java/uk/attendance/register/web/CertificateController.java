package uk.attendance.register.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.file.SchoolDates;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.register.CountingFigures;
import uk.attendance.school.DayWords;
import uk.attendance.school.School;
import uk.attendance.school.SchoolYear;

/** A pupil's attendance certificate, as the register stood on any day (DH-D1, DH-R14). */
@Controller
@ForPupilStaff
class CertificateController {

  private final Pupils pupils;
  private final CountingFigures figures;
  private final SchoolRules rules;

  CertificateController(Pupils pupils, CountingFigures figures, SchoolRules rules) {
    this.pupils = pupils;
    this.figures = figures;
    this.rules = rules;
  }

  /**
   * @param asAt a day up to today, as people write it; today where it is none
   */
  @GetMapping("/pupils/{id:[0-9]{1,18}}/certificate")
  String certificate(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String asAt,
      Scope scope,
      Model model) {
    Pupil pupil =
        pupils.byId(new PupilId(id), scope).orElseThrow(() -> new NotInSight("pupil", id));
    LocalDate today = rules.today();
    Optional<LocalDate> asked = Optional.ofNullable(asAt).flatMap(SchoolDates::read);
    boolean isBad = asAt != null && asked.filter(day -> !day.isAfter(today)).isEmpty();
    LocalDate day = isBad ? today : asked.orElse(today);
    School school = rules.school(pupil.school());
    Optional<SchoolYear> year =
        rules.years(pupil.school()).stream().filter(y -> y.contains(day)).findFirst();
    model.addAttribute("pupil", pupil);
    model.addAttribute("school", school);
    model.addAttribute("born", DayWords.full(pupil.dob()));
    model.addAttribute("asAt", DayWords.full(day));
    model.addAttribute("asAtValue", day);
    model.addAttribute("today", today);
    model.addAttribute("printedOn", DayWords.full(today));
    model.addAttribute("badDate", isBad);
    year.ifPresent(
        found -> {
          model.addAttribute("yearName", found.name());
          model.addAttribute("since", DayWords.full(found.first()));
          figures
              .asAt(pupil, found, day, scope)
              .map(counted -> FiguresShown.of(counted, rules.pack(pupil.school())))
              .ifPresent(shown -> model.addAttribute("shown", shown));
        });
    return "pupil/certificate";
  }
}
