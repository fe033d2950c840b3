package uk.attendance.register;

import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.policy.CodeKind;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolId;
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
    return of(
        file.school(),
        Roll.of(file.school(), jdbc),
        spellings.of(file.school()),
        file.exportedAt());
  }

  /** For marks that a person enters at a moment. */
  MarkCheck at(SchoolId school, Instant moment) {
    return of(school, new Roll(), Spelling.OURS, moment);
  }

  boolean awaitsReason(Mark mark, SchoolId school) {
    return rules
        .codes(school)
        .find(mark.code(), mark.day())
        .filter(code -> code.is(CodeKind.UNEXPLAINED))
        .isPresent();
  }

  private MarkCheck of(SchoolId school, Roll roll, Spelling spelling, Instant moment) {
    return new MarkCheck(
        schools.get(school),
        roll,
        rules.codes(school),
        calendars.of(school),
        spelling,
        moment,
        clock.instant());
  }
}
