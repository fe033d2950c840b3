package uk.attendance.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import uk.attendance.file.Csv;
import uk.attendance.school.Session;

/**
 * The files that a made-up school's management information system gives on a morning at half past
 * nine, in the layouts that any school's files are read in.
 */
final class SchoolFiles {

  private final MadeUpSchool school;
  private final World world;
  private final MadeUpCalendar calendar;
  private final MadeUpRoll roll;
  private final Map<MadeUpYear, MadeUpRegister> registers = new HashMap<>();

  SchoolFiles(World world, MadeUpSchool school) {
    this.world = world;
    this.school = school;
    this.calendar = new MadeUpCalendar(world, school);
    this.roll = new MadeUpRoll(world, school, calendar);
  }

  MadeUpSchool school() {
    return school;
  }

  World world() {
    return world;
  }

  MadeUpCalendar calendar() {
    return calendar;
  }

  /** Terms and half terms of the school year before the morning's, its own and the next. */
  String terms(LocalDate morning) {
    Csv csv = new Csv("name", "from", "to");
    for (MadeUpYear year : years(morning)) {
      List<MadeUpCalendar.HalfTerm> halves = calendar.halfTerms(year);
      for (int half = 0; half < halves.size(); half += 2) {
        String term = halves.get(half).name().split(" ")[0] + " term";
        csv.row(term, halves.get(half).from(), halves.get(half + 1).to());
        for (MadeUpCalendar.HalfTerm one : halves.subList(half, half + 2)) {
          csv.row(one.name(), one.from(), one.to());
        }
      }
    }
    return csv.text();
  }

  /** Days within the terms on which the school is closed. */
  String calendar(LocalDate morning) {
    Csv csv = new Csv("date", "am", "pm", "reason");
    for (MadeUpYear year : years(morning)) {
      calendar.training(year).forEach((day, why) -> csv.row(day, "closed", "closed", why));
    }
    Map.Entry<LocalDate, String> closure = calendar.unexpectedClosure();
    csv.row(closure.getKey(), "closed", "closed", closure.getValue());
    return csv.text();
  }

  private static List<MadeUpYear> years(LocalDate morning) {
    MadeUpYear now = MadeUpYear.of(morning);
    return List.of(now.previous(), now, now.next());
  }

  /** Everybody on roll, and those who left since the demonstration's history begins. */
  List<MadeUpPupil> pupilsKnown(LocalDate morning) {
    List<MadeUpPupil> known = new ArrayList<>();
    MadeUpYear now = MadeUpYear.of(morning);
    int lastOfFirstLoad = MadeUpYear.of(world.anchor()).start();
    for (int start = MadeUpYear.of(world.firstDay()).start(); start <= now.start(); start++) {
      MadeUpYear year = new MadeUpYear(start);
      for (MadeUpPupil pupil : roll.during(year)) {
        boolean here = roll.isIn(pupil, now);
        boolean leftOnTheWay =
            pupil.leaving() != null && !pupil.leaving().isBefore(world.firstDay());
        boolean finished = !here && start >= lastOfFirstLoad;
        if (!pupil.entry().isAfter(morning)
            && (pupil.leaving() == null ? here || finished : leftOnTheWay)
            && known.stream().noneMatch(k -> k.admissionNo().equals(pupil.admissionNo()))) {
          known.add(pupil);
        }
      }
    }
    return known;
  }

  String pupils(LocalDate morning) {
    Csv csv =
        new Csv(
            "admission_no",
            "upn",
            "first_name",
            "last_name",
            "preferred_name",
            "dob",
            "year",
            "class",
            "entry_date",
            "leaving_date",
            "sen",
            "ehcp",
            "looked_after",
            "previously_looked_after",
            "social_worker",
            "previously_social_worker",
            "protection_plan",
            "youth_justice",
            "family");
    for (MadeUpPupil pupil : pupilsKnown(morning)) {
      LocalDate leaving = roll.leaving(pupil);
      boolean gone = leaving.isBefore(morning);
      LocalDate then = gone ? leaving : morning;
      int group = MadeUpYear.of(then).yearGroup(pupil.cohort());
      MadeUpPupil.Needs needs = pupil.needs();
      csv.row(
          pupil.admissionNo(),
          pupil.upn(),
          pupil.firstName(),
          pupil.lastName(),
          pupil.preferredName(),
          pupil.dob(),
          group == 0 ? "R" : group,
          school.classOf(group),
          pupil.entry(),
          gone ? leaving : "",
          yes(needs.sen()),
          yes(needs.ehcp()),
          yes(needs.lookedAfter()),
          yes(needs.previouslyLookedAfter()),
          yes(needs.socialWorker()),
          yes(needs.previouslySocialWorker()),
          yes(needs.protectionPlan()),
          yes(needs.youthJustice()),
          pupil.family().id());
    }
    return csv.text();
  }

  String contacts(LocalDate morning) {
    Csv csv =
        new Csv(
            "admission_no",
            "contact_id",
            "title",
            "first_name",
            "last_name",
            "relationship",
            "priority",
            "parental_responsibility",
            "lives_with",
            "no_contact",
            "mobile",
            "phone",
            "email",
            "address_1",
            "address_2",
            "address_3",
            "address_4",
            "postcode",
            "language",
            "preferred_channel",
            "do_not_text");
    for (MadeUpPupil pupil : pupilsKnown(morning)) {
      for (MadeUpContact c :
          MadeUpContacts.of(school, pupil.family(), pupil.needs().lookedAfter())) {
        csv.row(
            pupil.admissionNo(),
            c.id(),
            c.title(),
            c.firstName(),
            c.lastName(),
            c.relationship(),
            c.priority(),
            yes(c.parentalResponsibility()),
            yes(c.livesWith()),
            yes(c.noContact()),
            c.mobile(),
            c.phone(),
            c.email(),
            c.address().street(),
            c.address().town(),
            "",
            "",
            c.address().postcode(),
            c.language(),
            c.preferredChannel(),
            yes(c.doNotText()));
      }
    }
    return csv.text();
  }

  /** Marks from the first to the last day as they are known on a morning. */
  String attendance(LocalDate from, LocalDate to, LocalDate morning) {
    return attendance(from, to, morning, (day, session) -> true);
  }

  /**
   * @param open leaves out what a person has closed since
   */
  String attendance(
      LocalDate from, LocalDate to, LocalDate morning, BiPredicate<LocalDate, Session> open) {
    AttendanceFile file = school.wide() ? new WideAttendance() : new LongAttendance();
    for (MadeUpPupil pupil : pupilsKnown(morning)) {
      for (int year = MadeUpYear.of(from).start(); year <= MadeUpYear.of(to).start(); year++) {
        for (FileMark mark : marks(pupil, register(new MadeUpYear(year)), from, morning)) {
          if (!mark.date().isAfter(to) && open.test(mark.date(), mark.session())) {
            file.add(mark);
          }
        }
      }
    }
    return file.text();
  }

  private static List<FileMark> marks(
      MadeUpPupil pupil, MadeUpRegister register, LocalDate from, LocalDate morning) {
    List<FileMark> marks = new ArrayList<>();
    TeachingYear days = register.days();
    for (int day = days.positionOrNext(from); day < days.size(); day++) {
      LocalDate date = days.day(day);
      for (Session session : Session.values()) {
        boolean over = date.isBefore(morning) || (date.equals(morning) && session == Session.AM);
        Entry entry = register.entry(pupil, day, session.ordinal()).orElse(null);
        if (over && entry != null) {
          int since = days.until(morning, day);
          boolean later = since >= entry.known() && entry.known() > 0;
          marks.add(
              new FileMark(
                  pupil.admissionNo(),
                  date,
                  session,
                  entry.after(since),
                  entry.minutesLate(),
                  later ? days.day(Math.min(day + entry.known(), days.size() - 1)) : date));
        }
      }
    }
    return marks;
  }

  MadeUpRegister register(MadeUpYear year) {
    return registers.computeIfAbsent(year, y -> new MadeUpRegister(school, calendar, roll, y));
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}
