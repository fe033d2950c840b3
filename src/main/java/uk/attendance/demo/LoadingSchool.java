package uk.attendance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.letter.Letterheads;
import uk.attendance.school.Calendars;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Trust;
import uk.attendance.school.TrustId;

/**
 * Brings one made-up school up to a morning. What has come in before changes nothing when it comes
 * again, so that a load that broke off is simply done anew.
 */
@Component
@Profile("demo")
class LoadingSchool {

  private static final int DAYS_IN_THE_SECOND_FILE = 28;
  private static final int DAYS_LOOKED_BACK = 21;

  private final Schools schools;
  private final Calendars calendars;
  private final BringingInFiles files;
  private final EmployingStaff staff;
  private final Standings standing;
  private final Letterheads letterheads;

  LoadingSchool(
      Schools schools,
      Calendars calendars,
      BringingInFiles files,
      EmployingStaff staff,
      Standings standing,
      Letterheads letterheads) {
    this.schools = schools;
    this.calendars = calendars;
    this.files = files;
    this.staff = staff;
    this.standing = standing;
    this.letterheads = letterheads;
  }

  /**
   * @return false when the school had been brought up to this morning before
   */
  boolean bringUpTo(LocalDate morning, SchoolFiles made) {
    MadeUpSchool school = made.school();
    LocalDate before = standing.broughtInUntil(school).orElse(null);
    if (before != null && !before.isBefore(morning)) {
      return false;
    }
    if (before == null) {
      setUp(made, morning);
    } else {
      goOn(made, before, morning);
    }
    standing.broughtIn(school, morning);
    return true;
  }

  private void setUp(SchoolFiles made, LocalDate morning) {
    MadeUpSchool school = made.school();
    SchoolId id = new SchoolId(school.id());
    TrustId trust = school.trust() == null ? null : new TrustId(school.trust());
    if (trust != null) {
      schools.save(new Trust(trust, Objects.requireNonNull(school.trustName())));
    }
    schools.save(
        new School(
            id,
            trust,
            school.name(),
            school.pack(),
            school.academy(),
            school.localAuthority(),
            true));
    schools.beginCases(id, morning); // the history before it asks nobody for anything
    MadeUpStaff.Member office = MadeUpStaff.office(school);
    letterheads.save(id, MadeUpLetterhead.of(school));
    files.terms(id, made.terms(morning), office);
    files.calendar(id, made.calendar(morning), office);
    files.pupils(id, made.pupils(morning), office);
    files.contacts(id, made.contacts(morning), office);
    staff.at(school);
    LocalDate earlier = made.calendar().newestOpenDay(morning.minusDays(DAYS_IN_THE_SECOND_FILE));
    files.attendance(
        id, made.attendance(made.world().firstDay(), earlier, earlier), earlier, office);
    register(made, earlier, morning);
  }

  /**
   * The days since the files before, and some weeks more: what was N then may have a reason now.
   */
  private void register(SchoolFiles made, LocalDate before, LocalDate morning) {
    SchoolId id = new SchoolId(made.school().id());
    LocalDate from =
        before.minusDays(DAYS_LOOKED_BACK).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    SchoolCalendar calendar = calendars.of(id);
    files.attendance(
        id,
        made.attendance(from, morning, morning, calendar::isOpen),
        morning,
        MadeUpStaff.office(made.school()));
  }

  private void goOn(SchoolFiles made, LocalDate before, LocalDate morning) {
    SchoolId id = new SchoolId(made.school().id());
    MadeUpStaff.Member office = MadeUpStaff.office(made.school());
    if (!made.terms(before).equals(made.terms(morning))) {
      files.terms(id, made.terms(morning), office);
      files.calendar(id, made.calendar(morning), office);
    }
    if (!made.pupils(before).equals(made.pupils(morning))) {
      files.pupils(id, made.pupils(morning), office);
      files.contacts(id, made.contacts(morning), office);
    }
    register(made, before, morning);
  }
}
