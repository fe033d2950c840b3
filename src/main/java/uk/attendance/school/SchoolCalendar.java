package uk.attendance.school;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One school's calendar: which sessions are open, and all counting in school days and school weeks.
 * A school day is a day with at least one open session; a school week a Monday to Sunday with at
 * least one.
 *
 * <p>Open are Mondays to Fridays in term, outside the half-term holiday, that are no bank holiday
 * in England; a {@link SpecialDay} overrides all of that for its day. A value: it never changes,
 * and closing a day makes a new one.
 */
public final class SchoolCalendar {
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final SchoolId school;
  private final CalendarPlan plan;
  private final Terms terms;
  private final Map<LocalDate, SpecialDay> specialDays = new HashMap<>();
  private final OpenSessions sessions;
  private final Map<Period, List<Period>> halves = new HashMap<>();

  private SchoolCalendar(SchoolId school, CalendarPlan plan) {
    this.school = school;
    this.plan = plan;
    terms = new Terms(school, plan.periods());
    for (SpecialDay special : plan.specialDays()) {
      if (specialDays.put(special.day(), special) != null) {
        throw new ContradictoryCalendar(school, "%s is given twice".formatted(special.day()));
      }
    }
    sessions =
        terms.isEmpty()
            ? new OpenSessions(LocalDate.EPOCH, LocalDate.EPOCH.minusDays(1), (day, s) -> false)
            : new OpenSessions(terms.all().get(0).first(), terms.lastKnownDay(), this::opens);
    for (Period term : terms.all()) {
      halves.put(term, HalfTerms.of(term, terms.namedHalvesOf(term), this));
    }
  }

  /**
   * @throws ContradictoryCalendar when terms overlap, a half term lies in no term, a school year
   *     between two others is missing, or a day is given twice
   */
  public static SchoolCalendar of(SchoolId school, CalendarPlan plan) {
    return new SchoolCalendar(school, plan);
  }

  /** This calendar after an edit, refused as {@link #of} would. */
  public SchoolCalendar with(CalendarEdit edit) {
    return of(school, edit.change().apply(plan));
  }

  /** The day it is in England at an instant. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  public SchoolId school() {
    return school;
  }

  /** What the school decided, from which all else follows. */
  public CalendarPlan plan() {
    return plan;
  }

  /** Whether the calendar knows anything about the day; every other question refuses outside. */
  public boolean covers(LocalDate day) {
    return sessions.covers(day);
  }

  /** Every day that the calendar covers, in order. */
  public Stream<LocalDate> knownDays() {
    return terms.isEmpty()
        ? Stream.empty()
        : sessions.first().datesUntil(sessions.last().plusDays(1));
  }

  /** Terms in order. */
  public List<Period> terms() {
    return terms.all();
  }

  /** The half terms of a term in order; the term itself when nothing divides it. */
  public List<Period> halfTermsOf(Period term) {
    return halves.getOrDefault(term, List.of());
  }

  /** Empty in the holidays between terms; in the half-term holiday still the term. */
  public Optional<Period> termOf(LocalDate day) {
    known(day, "find the term of");
    return terms.at(day);
  }

  /** Empty in the holidays and in the half-term holiday. */
  public Optional<Period> halfTermOf(LocalDate day) {
    return termOf(day).flatMap(term -> Terms.containing(halfTermsOf(term), day));
  }

  public SchoolYear schoolYear(LocalDate day) {
    known(day, "find the school year of");
    return terms.schoolYearOf(day);
  }

  public boolean isOpen(LocalDate day, Session session) {
    known(day, "look up");
    return sessions.isOpen(day, session);
  }

  public boolean isSchoolDay(LocalDate day) {
    known(day, "look up");
    return sessions.isSchoolDay(day);
  }

  /** Why no session is open on a Monday to Friday; empty on school days and at weekends. */
  public Optional<ClosedDay> closedDay(LocalDate day) {
    if (isSchoolDay(day) || !WorkingDays.isWeekday(day)) {
      return Optional.empty();
    }
    SpecialDay special = specialDays.get(day);
    if (special != null) {
      return Optional.of(new ClosedDay(day, special.kind(), special.reason()));
    }
    return terms.teachOn(day)
        ? BankHolidays.nameOf(day).map(name -> new ClosedDay(day, ClosureKind.BANK_HOLIDAY, name))
        : Optional.of(new ClosedDay(day, ClosureKind.HOLIDAY, terms.holidayOn(day)));
  }

  /** Whether terms and bank holidays alone leave the day open, whatever the school decided. */
  boolean openInTerms(LocalDate day) {
    return WorkingDays.isWorkingDay(day) && terms.teachOn(day);
  }

  /** What the school itself decided about the day, if anything. */
  public Optional<SpecialDay> specialDay(LocalDate day) {
    return Optional.ofNullable(specialDays.get(day));
  }

  /** The school days of a spell, first and last day included. */
  public List<LocalDate> schoolDays(LocalDate first, LocalDate last) {
    inOrder(first, last);
    known(first, "count school days from");
    known(last, "count school days to");
    return sessions.days().subList(sessions.schoolDaysBefore(first), sessions.schoolDaysUpTo(last));
  }

  /** The n-th school day after the day, which itself is not counted; the day itself for 0. */
  public LocalDate addSchoolDays(LocalDate day, int n) {
    known(day, "count school days from");
    return notNegative(n) == 0 ? day : schoolDayAt(sessions.schoolDaysUpTo(day) + n, day, n);
  }

  /** The n-th school day before the day, which itself is not counted; the day itself for 0. */
  public LocalDate subtractSchoolDays(LocalDate day, int n) {
    known(day, "count school days back from");
    return notNegative(n) == 0 ? day : schoolDayAt(sessions.schoolDaysBefore(day) - n + 1, day, -n);
  }

  /** School days after the first day up to and with the second: what addSchoolDays added. */
  public int schoolDaysBetween(LocalDate from, LocalDate to) {
    inOrder(from, to);
    known(from, "count school days from");
    known(to, "count school days to");
    return sessions.schoolDaysUpTo(to) - sessions.schoolDaysUpTo(from);
  }

  /** The n-th school day of a spell, its first day included: day 1 is the first open one. */
  public LocalDate nthSchoolDay(LocalDate firstDayOfSpell, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("Days of a spell are counted from 1: found " + n);
    }
    known(firstDayOfSpell, "count school days from");
    return schoolDayAt(sessions.schoolDaysBefore(firstDayOfSpell) + n, firstDayOfSpell, n);
  }

  /** Which school day of a spell the day is, the spell's first day included; 0 before day 1. */
  public int numberInSpell(LocalDate firstDayOfSpell, LocalDate day) {
    return schoolDays(firstDayOfSpell, day).size();
  }

  /** Due n school days after a day, with everything that was counted and skipped. */
  public Deadline due(LocalDate from, int n) {
    LocalDate due = addSchoolDays(from, n);
    List<LocalDate> counted = n == 0 ? List.of() : schoolDays(from.plusDays(1), due);
    return new Deadline(from, due, counted, closedDays(from, due));
  }

  /** How far away a due day is; counts nothing where the calendar knows nothing. */
  public TimeLeft timeLeft(LocalDate today, LocalDate due) {
    return TimeLeft.until(due, today, this);
  }

  /**
   * Due within n calendar days after a day, on the last open day not later (NF-X1). Where no day
   * from that day on is open, the calendar day itself stands.
   */
  public LocalDate dueInCalendarDays(LocalDate from, int n) {
    LocalDate latest = from.plusDays(notNegative(n));
    List<LocalDate> open = schoolDays(from, latest);
    return open.isEmpty() ? latest : open.get(open.size() - 1);
  }

  /** The day's Monday to Sunday; empty when no session of it is open. */
  public Optional<SchoolWeek> schoolWeek(LocalDate day) {
    known(day, "find the school week of");
    int index = sessions.weekAtOrBefore(day);
    return Optional.of(SchoolWeek.mondayOf(day))
        .filter(monday -> index >= 0 && sessions.mondays().get(index).isEqual(monday))
        .map(SchoolWeek::new);
  }

  /**
   * The rolling window of a day: its school week and those before it, whole weeks (NF-P1). For a
   * day in a closed week the window ends with the school week before it.
   *
   * @param weeks school weeks, at least 1
   */
  public Window window(LocalDate day, int weeks) {
    if (weeks < 1) {
      throw new IllegalArgumentException("A window has at least 1 school week: found " + weeks);
    }
    known(day, "find the window of");
    int last = sessions.weekAtOrBefore(day);
    int first = Math.max(0, last - weeks + 1);
    return last < 0
        ? new Window(SchoolWeek.mondayOf(day), SchoolWeek.mondayOf(day).plusDays(6), 0)
        : new Window(
            sessions.mondays().get(first),
            sessions.mondays().get(last).plusDays(6),
            last - first + 1);
  }

  /** The same weekday n school weeks later, open or not: closed weeks are not counted (NF-P5). */
  public LocalDate addSchoolWeeks(LocalDate day, int n) {
    known(day, "count school weeks from");
    int index = sessions.weekAtOrBefore(day) + notNegative(n);
    if (n > 0 && index >= sessions.mondays().size()) {
      throw outside("count %d school weeks from".formatted(n), day);
    }
    return n == 0 ? day : sessions.mondays().get(index).plusDays(day.getDayOfWeek().ordinal());
  }

  private boolean opens(LocalDate day, Session session) {
    SpecialDay special = specialDays.get(day);
    return special == null ? openInTerms(day) : special.isOpen(session);
  }

  private LocalDate schoolDayAt(int number, LocalDate from, int n) {
    if (number < 1 || number > sessions.days().size()) {
      throw outside("count %d school days from".formatted(n), from);
    }
    return sessions.days().get(number - 1);
  }

  /** Closed Mondays to Fridays after the first day up to and with the second. */
  List<ClosedDay> closedDays(LocalDate after, LocalDate to) {
    List<ClosedDay> closed = new ArrayList<>();
    for (LocalDate day = after.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      closedDay(day).ifPresent(closed::add);
    }
    return closed;
  }

  private void known(LocalDate day, String attempted) {
    if (!covers(day)) {
      throw outside(attempted, day);
    }
  }

  private OutsideCalendar outside(String attempted, LocalDate day) {
    return terms.isEmpty()
        ? new OutsideCalendar(school, attempted, day, null, null)
        : new OutsideCalendar(school, attempted, day, sessions.first(), sessions.last());
  }

  private static int notNegative(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("Days and weeks are counted from 0: found " + n);
    }
    return n;
  }

  private static void inOrder(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "Counting needs a first day not after the last: found %s and %s".formatted(from, to));
    }
  }
}
