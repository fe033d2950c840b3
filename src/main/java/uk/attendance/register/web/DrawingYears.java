package uk.attendance.register.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.CodeClass;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.RegisterCode;
import uk.attendance.policy.RegisterCodes;
import uk.attendance.pupil.Pupil;
import uk.attendance.register.Mark;
import uk.attendance.register.PlannedMark;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.DayWords;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolYear;
import uk.attendance.school.Session;

/** Draws a pupil's school year from the marks and the calendar. */
final class DrawingYears {

  private final Pupil pupil;
  private final SchoolCalendar calendar;
  private final RegisterCodes codes;
  private final LocalDate today;
  private final Predicate<LocalDate> mayCorrect;
  private final Map<String, Mark> marks = new HashMap<>();
  private final Map<String, PlannedMark> plans = new HashMap<>();

  DrawingYears(
      Pupil pupil,
      SchoolCalendar calendar,
      RegisterCodes codes,
      LocalDate today,
      Predicate<LocalDate> mayCorrect) {
    this.pupil = pupil;
    this.calendar = calendar;
    this.codes = codes;
    this.today = today;
    this.mayCorrect = mayCorrect;
  }

  YearOfMarks draw(SchoolYear year, List<Mark> marksOfYear, List<PlannedMark> planned) {
    marksOfYear.forEach(mark -> marks.put(mark.day() + mark.session().name(), mark));
    planned.forEach(plan -> plans.put(plan.day() + plan.session().name(), plan));
    return new YearOfMarks(
        calendar.terms().stream()
            .filter(term -> year.contains(term.first()))
            .flatMap(term -> calendar.halfTermsOf(term).stream())
            .map(this::strip)
            .toList());
  }

  private YearOfMarks.HalfTerm strip(Period half) {
    List<YearOfMarks.Day> days = new ArrayList<>();
    List<YearOfMarks.Month> months = new ArrayList<>();
    LocalDate end = half.last().with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    LocalDate day = half.first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (; !day.isAfter(end); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
        days.add(day(day, half));
        addTo(months, day.getMonth().getDisplayName(TextStyle.SHORT, Locale.UK));
      }
    }
    return new YearOfMarks.HalfTerm(half.name(), months, days);
  }

  private static void addTo(List<YearOfMarks.Month> months, String words) {
    int last = months.size() - 1;
    if (last >= 0 && months.get(last).words().equals(words)) {
      months.set(last, new YearOfMarks.Month(words, months.get(last).days() + 1));
    } else {
      months.add(new YearOfMarks.Month(words, 1));
    }
  }

  private YearOfMarks.Day day(LocalDate day, Period half) {
    return new YearOfMarks.Day(
        DayWords.withoutYear(day),
        day.getDayOfWeek() == DayOfWeek.MONDAY,
        day.equals(today),
        !half.contains(day),
        cell(day, Session.AM),
        cell(day, Session.PM));
  }

  private YearOfMarks.Cell cell(LocalDate day, Session session) {
    Mark mark = marks.get(day + session.name());
    if (mark != null) {
      return marked(mark);
    }
    if (!pupil.isOnRoll(day)) {
      return quiet("", "not on roll", "closed");
    }
    if (!calendar.isOpen(day, session)) {
      String why = calendar.closedDay(day).map(ClosedDay::words).orElse("");
      return quiet("", why.isEmpty() ? "closed" : "closed: " + why, "closed");
    }
    PlannedMark plan = plans.get(day + session.name());
    if (plan != null && !day.isBefore(today)) {
      return new YearOfMarks.Cell(
          plan.code(),
          "planned: " + codes.find(plan.code(), day).map(c -> meaning(plan.code(), c)).orElse(""),
          "to-come",
          day.equals(today) ? link(day, session) : null,
          false);
    }
    if (day.isAfter(today)) {
      return quiet("", "to come", "to-come");
    }
    boolean isToday = day.equals(today);
    return new YearOfMarks.Cell(
        isToday ? "" : "?",
        isToday ? "not marked yet" : "not marked",
        isToday ? "to-come" : "missing",
        link(day, session),
        isToday);
  }

  private static YearOfMarks.Cell quiet(String shown, String meaning, String style) {
    return new YearOfMarks.Cell(shown, meaning, style, null, true);
  }

  private YearOfMarks.Cell marked(Mark mark) {
    Optional<RegisterCode> code = codes.find(mark.code(), mark.day());
    String meaning = code.map(known -> meaning(mark, known)).orElse("code " + mark.code());
    String style = code.map(DrawingYears::style).orElse("missing");
    return new YearOfMarks.Cell(
        mark.code(),
        meaning,
        style,
        link(mark.day(), mark.session()),
        style.equals("present") || style.equals("closed"));
  }

  private static String meaning(Mark mark, RegisterCode code) {
    if (code.is(CodeKind.PRESENT)) {
      return "present";
    }
    Integer minutes = mark.minutesLate();
    String late = minutes == null ? "" : ", %d minutes late".formatted(minutes);
    return meaning(mark.code(), code) + late;
  }

  private static String meaning(String code, RegisterCode known) {
    return "%s, %s%s"
        .formatted(
            code,
            known.meaning().substring(0, 1).toLowerCase(Locale.UK),
            known.meaning().substring(1));
  }

  static String style(RegisterCode code) {
    if (code.is(CodeKind.LATE_BEFORE_CLOSE)) {
      return "late";
    }
    CodeClass codeClass = code.codeClass();
    return switch (codeClass) {
      case ATTENDING -> "present";
      case AUTHORISED_ABSENCE -> "authorised";
      case UNAUTHORISED_ABSENCE -> "unauthorised";
      case NOT_POSSIBLE, ADMINISTRATIVE -> "closed";
    };
  }

  private @Nullable String link(LocalDate day, Session session) {
    return mayCorrect.test(day)
        ? "/pupils/%s/marks/%s/%s".formatted(pupil.id(), day, session.name())
        : null;
  }
}
