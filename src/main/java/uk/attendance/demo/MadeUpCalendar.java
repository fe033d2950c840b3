package uk.attendance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A school's terms as its local authority might set them: worked out by rule, so that any year can
 * be made up. Days of training come from the rule too; one day of the past year was closed
 * unexpectedly.
 */
final class MadeUpCalendar {

  /** Days between two holidays, both ends open. */
  record HalfTerm(String name, LocalDate from, LocalDate to) {}

  private final World world;
  private final MadeUpSchool school;
  private final Map.Entry<LocalDate, String> unexpected;
  private final Map<MadeUpYear, List<LocalDate>> openDays = new HashMap<>();

  MadeUpCalendar(World world, MadeUpSchool school) {
    this.world = world;
    this.school = school;
    this.unexpected = unexpected();
  }

  /** The six half terms of a school year, in order. */
  List<HalfTerm> halfTerms(MadeUpYear year) {
    LocalDate october =
        year.inAutumn(10, 1)
            .with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY))
            .plusWeeks(school.october());
    LocalDate christmas =
        year.inAutumn(12, 20).with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    LocalDate january = year.inSpring(1, 4).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    LocalDate february =
        year.inSpring(2, 1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.MONDAY));
    LocalDate easterHoliday = easterHoliday(year);
    LocalDate afterEaster =
        Stream.of(easterHoliday.plusWeeks(2), year.easter().plusDays(2))
            .max(LocalDate::compareTo)
            .orElseThrow();
    LocalDate may = year.lastMondayOfMay();
    return List.of(
        new HalfTerm("Autumn 1", firstDay(year), october.minusDays(3)),
        new HalfTerm("Autumn 2", october.plusWeeks(1), christmas),
        new HalfTerm("Spring 1", january, february.minusDays(3)),
        new HalfTerm("Spring 2", february.plusWeeks(1), easterHoliday.minusDays(3)),
        new HalfTerm("Summer 1", afterEaster, may.minusDays(3)),
        new HalfTerm("Summer 2", may.plusWeeks(1), lastDay(year)));
  }

  private LocalDate firstDay(MadeUpYear year) {
    LocalDate day = school.starts().atYear(year.start());
    while (!weekday(day)
        || day.getDayOfWeek() == DayOfWeek.FRIDAY
        || day.equals(year.summerBankHoliday())) {
      day = day.plusDays(1);
    }
    return day;
  }

  private LocalDate lastDay(MadeUpYear year) {
    LocalDate day = school.ends().atYear(year.start() + 1);
    while (!weekday(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** Two weeks around a usual Easter; before a late one, so that the terms stay even. */
  private static LocalDate easterHoliday(MadeUpYear year) {
    boolean late = year.easter().isAfter(year.inSpring(4, 10));
    return year.easter().minusDays(late ? 13 : 6);
  }

  /** Training days with their reasons; pupils stay at home. */
  Map<LocalDate, String> training(MadeUpYear year) {
    List<HalfTerm> halfTerms = halfTerms(year);
    Map<LocalDate, String> days = new TreeMap<>();
    days.put(halfTerms.get(0).from(), "INSET day: start of the year");
    days.put(halfTerms.get(2).from(), "INSET day: teaching and learning");
    days.put(halfTerms.get(5).to(), "INSET day: end of the year");
    boolean friday = world.chance(school).of("training").in(0.5);
    days.put(friday ? halfTerms.get(0).to() : halfTerms.get(1).from(), "INSET day: safeguarding");
    days.put(friday ? halfTerms.get(3).to() : halfTerms.get(4).from(), "INSET day: curriculum");
    return days;
  }

  /** The day of the year before the anchor on which the school had to close, with the reason. */
  Map.Entry<LocalDate, String> unexpectedClosure() {
    return unexpected;
  }

  private Map.Entry<LocalDate, String> unexpected() {
    Chance chance = world.chance(school).of("closure");
    LocalDate day = world.anchor().minusDays(chance.between(20, 300));
    while (!planned(day)) {
      day = day.minusDays(1);
    }
    return Map.entry(day, reason(day.getMonth(), chance.of("reason")));
  }

  private static String reason(Month month, Chance chance) {
    return switch (month) {
      case DECEMBER, JANUARY, FEBRUARY -> "Unexpected closure: snow, the site was not safe";
      case NOVEMBER, MARCH -> "Unexpected closure: the heating failed";
      default ->
          chance.oneOf(List.of("Unexpected closure: no water", "Unexpected closure: power cut"));
    };
  }

  /** The day itself or the last open day before it. */
  LocalDate newestOpenDay(LocalDate date) {
    LocalDate day = date;
    while (!open(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  boolean open(LocalDate date) {
    return planned(date) && !date.equals(unexpected.getKey());
  }

  /** Whether pupils were to come, unexpected closures aside. */
  private boolean planned(LocalDate date) {
    MadeUpYear year = MadeUpYear.of(date);
    return weekday(date)
        && !date.equals(year.firstMondayOfMay())
        && !date.equals(year.easter().minusDays(2))
        && !date.equals(year.easter().plusDays(1))
        && !date.equals(year.summerBankHoliday())
        && halfTerm(date).isPresent()
        && !training(year).containsKey(date);
  }

  Optional<HalfTerm> halfTerm(LocalDate date) {
    return halfTerms(MadeUpYear.of(date)).stream()
        .filter(half -> !date.isBefore(half.from()) && !date.isAfter(half.to()))
        .findFirst();
  }

  /** Every open day of a school year, in order. */
  List<LocalDate> openDays(MadeUpYear year) {
    return openDays.computeIfAbsent(year, this::reckoned);
  }

  private List<LocalDate> reckoned(MadeUpYear year) {
    List<LocalDate> days = new ArrayList<>();
    for (HalfTerm half : halfTerms(year)) {
      half.from().datesUntil(half.to().plusDays(1)).filter(this::open).forEach(days::add);
    }
    return days;
  }

  private static boolean weekday(LocalDate date) {
    return date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }
}
