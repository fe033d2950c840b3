package uk.attendance.worklist;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.register.GroupFigures;
import uk.attendance.register.KeptFigures;
import uk.attendance.school.Calendars;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;

/** Where a school stands today: its calendar, its pack, its figures of the year. */
@Component
class YearSoFar {

  private final Calendars calendars;
  private final PolicyPacks packs;
  private final KeptFigures figures;
  private final Clock clock;

  YearSoFar(Calendars calendars, PolicyPacks packs, KeptFigures figures, Clock clock) {
    this.calendars = calendars;
    this.packs = packs;
    this.figures = figures;
    this.clock = clock;
  }

  record Now(LocalDate day, SchoolCalendar calendar, PolicyPack pack) {

    boolean isKnown() {
      return calendar.covers(day);
    }
  }

  Now of(School school) {
    return new Now(
        SchoolCalendar.dayOf(clock.instant()),
        calendars.of(school.id()),
        packs.pack(school.pack()));
  }

  GroupFigures figures(School school, Now now, Scope scope) {
    return figures.ofSchool(
        school.id(), now.calendar().schoolYear(now.day()), now.pack().figureLines(), scope);
  }
}
