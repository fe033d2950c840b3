package uk.attendance.register;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.RegisterCode;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolYear;
import uk.attendance.school.Session;
import uk.attendance.school.Window;

/**
 * Counts one pupil's figures of a school year from the marks, which come in the order of their
 * days. Marks before the year belong to the runs and the window that reach into it.
 */
final class FigureCount {

  private final FigureRules rules;
  private final SchoolCalendar calendar;
  private final SchoolYear year;
  private final List<LocalDate> towardsPenalty = new ArrayList<>();
  private final Map<RunKind, Run> runs = new EnumMap<>(RunKind.class);
  private final Map<DayOfWeek, Figures.Share> weekdays = new EnumMap<>(DayOfWeek.class);
  private final Map<Session, String> today = new EnumMap<>(Session.class);
  private @Nullable LocalDate day;
  private boolean inYear;
  private int attended;
  private int authorised;
  private int unauthorised;
  private int lateBeforeClose;
  private int lateAfterClose;
  private int unexplained;
  private int illness;

  FigureCount(FigureRules rules, SchoolCalendar calendar, SchoolYear year) {
    this.rules = rules;
    this.calendar = calendar;
    this.year = year;
    for (RunKind kind : RunKind.values()) {
      runs.put(kind, Run.NONE);
    }
  }

  /** The first day whose marks count for a school year: that of the window of its first day. */
  static LocalDate firstDay(FigureRules rules, SchoolCalendar calendar, SchoolYear year) {
    LocalDate first = calendar.window(year.first(), rules.windowWeeks()).first();
    return first.isBefore(year.first()) ? first : year.first();
  }

  /**
   * @param code as it stands in the register; one that was taken back is no mark
   */
  void add(LocalDate markedOn, Session session, String code) {
    if (code.equals("-")) {
      return;
    }
    if (!markedOn.equals(day)) {
      endDay();
      if (!inYear && !markedOn.isBefore(year.first())) {
        inYear = true;
        runs.replaceAll((kind, run) -> run.intoANewYear());
      }
      day = markedOn;
    }
    today.put(session, code);
    RegisterCode meaning = rules.meaning(code, markedOn);
    if (rules.countsTowardsPenalty(code)) {
      towardsPenalty.add(markedOn);
    }
    if (inYear) {
      count(markedOn, code, meaning);
    }
  }

  private void count(LocalDate markedOn, String code, RegisterCode meaning) {
    switch (meaning.codeClass()) {
      case ATTENDING -> attended++;
      case AUTHORISED_ABSENCE -> authorised++;
      case UNAUTHORISED_ABSENCE -> unauthorised++;
      case NOT_POSSIBLE, ADMINISTRATIVE -> {}
    }
    if (meaning.codeClass().isPossible() && markedOn.getDayOfWeek().getValue() <= 5) {
      weekdays.merge(
          markedOn.getDayOfWeek(),
          Figures.Share.NONE.and(meaning.codeClass().isAbsence()),
          (share, one) -> share.and(one.absent() > 0));
    }
    lateBeforeClose += meaning.is(CodeKind.LATE_BEFORE_CLOSE) ? 1 : 0;
    lateAfterClose += meaning.is(CodeKind.LATE_AFTER_CLOSE) ? 1 : 0;
    unexplained += meaning.is(CodeKind.UNEXPLAINED) ? 1 : 0;
    illness += rules.isIllness(code) ? 1 : 0;
  }

  private void endDay() {
    LocalDate ended = day;
    if (ended != null && isSchoolDay(ended)) {
      Map<Session, String> open = new EnumMap<>(Session.class);
      today.forEach(
          (session, code) -> {
            if (!FigureRules.isClosure(rules.meaning(code, ended))) {
              open.put(session, code);
            }
          });
      if (!open.isEmpty()) {
        runs.replaceAll((kind, run) -> afterDay(kind, run, ended, open));
      }
    }
    today.clear();
  }

  private Run afterDay(RunKind kind, Run run, LocalDate ended, Map<Session, String> open) {
    for (String code : open.values()) {
      if (!rules.belongsTo(kind, code, rules.meaning(code, ended))) {
        return run.broken();
      }
    }
    return isWhollyMarked(ended) ? run.andOneMore(ended) : run;
  }

  private boolean isSchoolDay(LocalDate ended) {
    return !calendar.covers(ended) || calendar.isSchoolDay(ended);
  }

  private boolean isWhollyMarked(LocalDate ended) {
    for (Session session : Session.values()) {
      boolean isOpen = !calendar.covers(ended) || calendar.isOpen(ended, session);
      if (isOpen && !today.containsKey(session)) {
        return false;
      }
    }
    return true;
  }

  /** Empty when the year has no mark. */
  Optional<Figures> figures() {
    endDay();
    LocalDate last = day;
    day = null;
    if (last == null || !inYear) {
      return Optional.empty();
    }
    return Optional.of(
        new Figures(
            last,
            attended + authorised + unauthorised,
            attended,
            authorised,
            unauthorised,
            lateBeforeClose,
            lateAfterClose,
            unexplained,
            illness,
            inWindow(last),
            runs,
            weekdays));
  }

  private int inWindow(LocalDate last) {
    if (!calendar.covers(last)) {
      return towardsPenalty.size();
    }
    Window window = calendar.window(last, rules.windowWeeks());
    return (int) towardsPenalty.stream().filter(window::contains).count();
  }
}
