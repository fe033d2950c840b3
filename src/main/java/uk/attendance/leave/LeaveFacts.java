package uk.attendance.leave;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.CodeClass;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.Setting;
import uk.attendance.policy.Value;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Pupil;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.register.PlannedMark;
import uk.attendance.register.PlannedMarks;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolCalendar;

/** What the table leave-findings asks of a request, from the register and the school's calendar. */
@Component
class LeaveFacts {

  private static final int DAYS_OF_A_WEEK = 7;

  private final Marks marks;
  private final PlannedMarks planned;
  private final LeaveRules rules;

  LeaveFacts(Marks marks, PlannedMarks planned, LeaveRules rules) {
    this.marks = marks;
    this.planned = planned;
    this.rules = rules;
  }

  Map<String, Object> of(
      Pupil pupil, NewRequest request, @Nullable Contact applicant, DaysAsked days) {
    PolicyPack pack = rules.pack(request.school());
    SchoolCalendar calendar = rules.calendar(request.school());
    Map<String, Object> facts = new HashMap<>();
    facts.put("applicantLivesWithPupil", applicant != null && applicant.rules().livesWith());
    facts.put("askedInAdvance", request.receivedOn().isBefore(request.from()));
    facts.put("noticeWeeks", noticeWeeks(request));
    facts.put("ground", request.ground().key());
    facts.put("schoolDaysAsked", days.open().size());
    facts.put("firstTerm", isInFirstTerm(pupil, calendar, request.from()));
    facts.put("testPeriod", isInTestPeriod(pupil, pack, days.open()));
    facts.put("unauthorisedSessions", unauthorised(pupil, pack, calendar, request.receivedOn()));
    facts.put(
        "religiousDays",
        religiousDays(pupil, pack, calendar, request.from())
            + (request.ground() == Ground.RELIGIOUS ? days.open().size() : 0));
    return facts;
  }

  /** Whole weeks between the request and the first day away. */
  private static int noticeWeeks(NewRequest request) {
    long days = ChronoUnit.DAYS.between(request.receivedOn(), request.from());
    return (int) Math.max(0, days / DAYS_OF_A_WEEK);
  }

  /** From entry to the end of that term (NW-L2); a term before the calendar's first is none. */
  private static boolean isInFirstTerm(Pupil pupil, SchoolCalendar calendar, LocalDate from) {
    List<Period> terms = calendar.terms();
    return !terms.isEmpty()
        && !pupil.entryDate().isBefore(terms.get(0).first())
        && terms.stream()
            .filter(term -> !term.last().isBefore(pupil.entryDate()))
            .findFirst()
            .filter(first -> !from.isAfter(first.last()))
            .isPresent();
  }

  /** National tests of the pupil's year group on one of the days (NW-L2). */
  private static boolean isInTestPeriod(Pupil pupil, PolicyPack pack, List<LocalDate> days) {
    return choices(pack, "leave.test-years").contains(pupil.year().key())
        && choices(pack, "leave.test-weeks").stream()
            .map(week -> week.split("/"))
            .anyMatch(
                week ->
                    days.stream()
                        .anyMatch(
                            day ->
                                !day.isBefore(LocalDate.parse(week[0]))
                                    && !day.isAfter(LocalDate.parse(week[1]))));
  }

  private static List<String> choices(PolicyPack pack, String key) {
    return pack.settings()
        .find(key)
        .map(Setting::value)
        .filter(Value.Choices.class::isInstance)
        .map(value -> ((Value.Choices) value).keys())
        .orElse(List.of());
  }

  /** Sessions of this school year that are unauthorised; what awaits its reason is not yet. */
  private int unauthorised(Pupil pupil, PolicyPack pack, SchoolCalendar calendar, LocalDate on) {
    if (!calendar.covers(on)) {
      return 0;
    }
    return (int)
        marks
            .of(pupil.id(), calendar.schoolYear(on).first(), on, Scope.ofTheSystem(pupil.school()))
            .stream()
            .filter(mark -> isUnauthorised(mark, pack))
            .count();
  }

  private static boolean isUnauthorised(Mark mark, PolicyPack pack) {
    return pack.codes()
        .find(mark.code(), mark.day())
        .filter(code -> code.codeClass() == CodeClass.UNAUTHORISED_ABSENCE)
        .filter(code -> !code.is(CodeKind.UNEXPLAINED))
        .isPresent();
  }

  /** School days of religious observance this school year, taken or planned (NW-R4). */
  int religiousDays(Pupil pupil, PolicyPack pack, SchoolCalendar calendar, LocalDate around) {
    if (!calendar.covers(around)) {
      return 0;
    }
    LocalDate first = calendar.schoolYear(around).first();
    LocalDate last = calendar.schoolYear(around).last();
    Scope scope = Scope.ofTheSystem(pupil.school());
    Set<LocalDate> days = new HashSet<>();
    for (Mark mark : marks.of(pupil.id(), first, last, scope)) {
      if (isReligious(mark.code(), mark.day(), pack)) {
        days.add(mark.day());
      }
    }
    for (PlannedMark mark : planned.of(pupil.id(), first, last, scope)) {
      if (isReligious(mark.code(), mark.day(), pack)) {
        days.add(mark.day());
      }
    }
    return days.size();
  }

  private static boolean isReligious(String code, LocalDate day, PolicyPack pack) {
    return pack.codes().find(code, day).filter(known -> known.is(CodeKind.RELIGIOUS)).isPresent();
  }
}
