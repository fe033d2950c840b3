package uk.attendance.worklist;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.register.ImportState;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.RegisterImports;
import uk.attendance.register.RegistersToday;
import uk.attendance.school.School;

/** Gathers what of today concerns a person, as far as that person's scope reaches. */
@Component
public class LookingAtToday {

  private static final int RECENT_FILES = 20;

  private final RegistersToday days;
  private final LateReasons lateReasons;
  private final YearSoFar year;
  private final RegisterImports files;

  LookingAtToday(
      RegistersToday days, LateReasons lateReasons, YearSoFar year, RegisterImports files) {
    this.days = days;
    this.lateReasons = lateReasons;
    this.year = year;
    this.files = files;
  }

  public Today at(School school, Scope scope) {
    YearSoFar.Now now = year.of(school);
    if (!now.isKnown()) {
      return new Today(
          days.of(school.id(), scope),
          new Today.LateReasons(0, List.of()),
          waiting(school, scope),
          null);
    }
    return new Today(
        days.of(school.id(), scope),
        lateReasons.on(now.day(), now.calendar(), now.pack(), scope),
        waiting(school, scope),
        year.figures(school, now, scope));
  }

  private List<RegisterImport> waiting(School school, Scope scope) {
    return scope.has(school.id(), Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD)
        ? files.recent(school.id(), RECENT_FILES).stream()
            .filter(file -> file.state() == ImportState.STOPPED)
            .toList()
        : List.of();
  }
}
