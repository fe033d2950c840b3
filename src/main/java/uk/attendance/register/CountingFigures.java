package uk.attendance.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.Pupil;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolYear;
import uk.attendance.school.Schools;

/** Counts one pupil's figures as they were at the end of any day, for a certificate (DH-R14). */
@Component
public class CountingFigures {

  private final RegisterAsAt register;
  private final Schools schools;
  private final Calendars calendars;
  private final PolicyPacks packs;

  CountingFigures(RegisterAsAt register, Schools schools, Calendars calendars, PolicyPacks packs) {
    this.register = register;
    this.schools = schools;
    this.calendars = calendars;
    this.packs = packs;
  }

  /**
   * Empty when no mark of the year stood in the register then.
   *
   * @param asAt a day of the school year
   */
  public Optional<Figures> asAt(Pupil pupil, SchoolYear year, LocalDate asAt, Scope scope) {
    FigureRules rules = FigureRules.of(packs.pack(schools.get(pupil.school()).pack()));
    SchoolCalendar calendar = calendars.of(pupil.school());
    List<RegisterAsAt.Entry> marks =
        register.marks(pupil.id(), FigureCount.firstDay(rules, calendar, year), asAt, scope);
    FigureCount count = new FigureCount(rules, calendar, year);
    marks.forEach(mark -> count.add(mark.day(), mark.session(), mark.code()));
    return count.figures();
  }
}
