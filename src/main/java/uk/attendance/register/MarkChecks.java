package uk.attendance.register;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.school.Calendars;
import uk.attendance.school.Schools;

/** Makes the check that a file's rows are held to, as school, roll and pack stand now. */
@Component
class MarkChecks {

  private final Schools schools;
  private final Calendars calendars;
  private final RegisterRules rules;
  private final Spellings spellings;
  private final JdbcClient jdbc;
  private final Clock clock;

  MarkChecks(
      Schools schools,
      Calendars calendars,
      RegisterRules rules,
      Spellings spellings,
      JdbcClient jdbc,
      Clock clock) {
    this.schools = schools;
    this.calendars = calendars;
    this.rules = rules;
    this.spellings = spellings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  MarkCheck of(RegisterImport file) {
    return new MarkCheck(
        schools.get(file.school()),
        Roll.of(file.school(), jdbc),
        rules.codes(file.school()),
        calendars.of(file.school()),
        spellings.of(file.school()),
        file.exportedAt(),
        clock.instant());
  }
}
