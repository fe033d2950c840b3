package uk.attendance.school.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import uk.attendance.account.Scope;
import uk.attendance.policy.SessionTimes;
import uk.attendance.school.CalendarChange;
import uk.attendance.school.Calendars;
import uk.attendance.school.DayWords;
import uk.attendance.school.RegisterHours;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/** One school: its calendar by month, its register times, what was changed. */
@Controller
class CalendarController {
  private static final int CHANGES_SHOWN = 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

  private final SchoolInSight inSight;
  private final Calendars calendars;
  private final RegisterHours hours;
  private final Clock clock;

  CalendarController(SchoolInSight inSight, Calendars calendars, RegisterHours hours, Clock clock) {
    this.inSight = inSight;
    this.calendars = calendars;
    this.hours = hours;
    this.clock = clock;
  }

  record ChangeRow(String what, String by, String at) {}

  record RegisterRow(String name, SessionTimes times) {}

  @GetMapping("/schools/{id}")
  String calendar(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String year,
      Scope scope,
      Model model) {
    School school = inSight.toSee(id, scope);
    SchoolCalendar calendar = calendars.of(school.id());
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    model.addAttribute("school", school);
    model.addAttribute("mayChange", inSight.mayChange(school.id(), scope));
    model.addAttribute(
        "registers",
        List.of(
            new RegisterRow("Morning", hours.of(school, Session.AM)),
            new RegisterRow("Afternoon", hours.of(school, Session.PM))));
    model.addAttribute("today", DayWords.full(today));
    model.addAttribute(
        "todayIs",
        calendar.covers(today) ? DayWords.state(today, calendar) : "no term is known for it");
    model.addAttribute("calendar", CalendarPage.of(calendar, year, today).orElse(null));
    model.addAttribute(
        "changes",
        calendars.changes(school.id(), CHANGES_SHOWN).stream()
            .map(CalendarController::changeRow)
            .toList());
    return "school/school";
  }

  private static ChangeRow changeRow(CalendarChange change) {
    return new ChangeRow(
        change.what(),
        change.changedBy(),
        TIME.format(change.changedAt().atZone(SchoolCalendar.ZONE)));
  }
}
