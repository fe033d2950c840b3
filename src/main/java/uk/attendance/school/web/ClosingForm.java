package uk.attendance.school.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.attendance.file.SchoolDates;
import uk.attendance.school.CalendarEdit;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/** What somebody filled in to close a day. */
record ClosingForm(String day, Set<Session> sessions, @Nullable ClosureKind kind, String reason) {
  private static final int LONGEST_REASON = 200;

  static ClosingForm empty(String day) {
    return new ClosingForm(day, EnumSet.allOf(Session.class), null, "");
  }

  /** What is wrong, by field, in the order of the form; empty when nothing is. */
  Map<String, String> problems(SchoolCalendar calendar) {
    Map<String, String> problems = new LinkedHashMap<>();
    Optional<LocalDate> read = SchoolDates.read(day.strip());
    read.ifPresentOrElse(
        found -> dayProblem(found, calendar).ifPresent(why -> problems.put("day", why)),
        () ->
            problems.put(
                "day",
                day.isBlank()
                    ? "Choose the day"
                    : "‘%s’ is not a day: write it as 14/11/2025".formatted(day)));
    if (sessions.isEmpty()) {
      problems.put("session", "Choose morning, afternoon or both");
    }
    if (kind == null) {
      problems.put("kind", "Choose what kind of closure it is");
    }
    if (reason.isBlank()) {
      problems.put("reason", "Give the reason, such as ‘boiler failed’");
    } else if (reason.strip().length() > LONGEST_REASON) {
      problems.put("reason", "The reason must be " + LONGEST_REASON + " characters or fewer");
    }
    return problems;
  }

  /** Once there are no problems. */
  CalendarEdit edit(SchoolCalendar calendar) {
    if (kind == null) {
      throw new IllegalStateException("closing " + day + ": the kind of closure is missing");
    }
    return CalendarEdit.close(
        calendar, SchoolDates.read(day.strip()).orElseThrow(), sessions, kind, reason.strip());
  }

  private Optional<String> dayProblem(LocalDate found, SchoolCalendar calendar) {
    if (!calendar.covers(found)) {
      return Optional.of(
          "%s lies in no school year whose terms are known".formatted(DayWords.full(found)));
    }
    boolean somethingToClose = sessions.stream().anyMatch(s -> calendar.isOpen(found, s));
    return somethingToClose || sessions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "There is nothing to close: %s is %s"
                .formatted(DayWords.full(found), DayWords.state(found, calendar)));
  }
}
