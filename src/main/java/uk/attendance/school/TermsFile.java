package uk.attendance.school;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.attendance.file.RejectedRow;
import uk.attendance.file.SchoolDates;
import uk.attendance.file.SchoolFile;

/**
 * A {@code terms.csv} as read: {@code name, from, to}. A row that lies inside a longer one is a
 * half term; when it is no longer than a holiday, it is the half-term holiday, and the term divides
 * there.
 *
 * @param rows the rows taken, in the order of the file
 * @param rejected the rows not taken, each with line and reason
 */
public record TermsFile(List<Row> rows, List<RejectedRow> rejected) {
  private static final int LONGEST_TERM_DAYS = 183;
  private static final int LONGEST_HALF_TERM_HOLIDAY_DAYS = 16;
  private static final int SHORTEST_DAYS = 3;
  private static final int LONGEST_NAME = 60;

  /** A row taken; it lies in the file at this line. */
  public record Row(long line, String name, LocalDate from, LocalDate to) {

    private long days() {
      return ChronoUnit.DAYS.between(from, to) + 1;
    }

    private boolean isInside(Row longer) {
      return days() < longer.days() && !from.isBefore(longer.from) && !to.isAfter(longer.to);
    }

    private boolean overlaps(Row other) {
      return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    private boolean isHoliday() {
      return days() <= LONGEST_HALF_TERM_HOLIDAY_DAYS;
    }
  }

  public TermsFile {
    rows = List.copyOf(rows);
    rejected = List.copyOf(rejected);
  }

  /**
   * @throws uk.attendance.file.UnreadableFile when it is no such file at all
   */
  public static TermsFile read(SchoolFile.Source source) {
    List<Row> rows = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    try (SchoolFile file = SchoolFile.open(source)) {
      for (SchoolFile.Row csv : file.require("name", "from", "to")) {
        Optional<LocalDate> from = SchoolDates.read(csv.get("from"));
        Optional<LocalDate> to = SchoolDates.read(csv.get("to"));
        if (from.isEmpty() || to.isEmpty()) {
          String found = csv.get(from.isEmpty() ? "from" : "to");
          rejected.add(csv.rejected(CalendarFile.notADate(found)));
          continue;
        }
        Row row = new Row(csv.line(), csv.get("name"), from.get(), to.get());
        if (!repeats(row, rows)) {
          refusal(row, rows)
              .ifPresentOrElse(why -> rejected.add(csv.rejected(why)), () -> rows.add(row));
        }
      }
    }
    return new TermsFile(rows, rejected);
  }

  /** Terms and half terms that the rows say, terms first. */
  public List<Period> periods() {
    List<Period> periods = new ArrayList<>();
    for (Row term : terms()) {
      periods.add(Period.term(term.name, term.from, term.to));
      List<Row> inside = rows.stream().filter(row -> row.isInside(term)).toList();
      List<Row> holidays = inside.stream().filter(Row::isHoliday).toList();
      List<Row> halves = inside.stream().filter(row -> !row.isHoliday()).toList();
      if (!halves.isEmpty()) {
        halves.forEach(half -> periods.addAll(divided(half, holidays)));
      } else if (!holidays.isEmpty()) {
        periods.addAll(divided(term, holidays));
      }
    }
    return periods;
  }

  public CalendarEdit edit() {
    List<Period> periods = periods();
    LocalDate first = terms().get(0).from;
    LocalDate last = terms().get(terms().size() - 1).to;
    return new CalendarEdit(
        "Terms brought in: %s to %s".formatted(DayWords.full(first), DayWords.full(last)),
        first,
        last,
        plan -> plan.withTerms(periods));
  }

  /** The rows taken, to be read again when a person has said yes. */
  public String csv() {
    StringBuilder csv = new StringBuilder("name,from,to\n");
    for (Row row : rows) {
      csv.append('"').append(row.name.replace("\"", "\"\"")).append('"');
      csv.append(',').append(row.from).append(',').append(row.to).append('\n');
    }
    return csv.toString();
  }

  private List<Row> terms() {
    return rows.stream()
        .filter(row -> rows.stream().noneMatch(row::isInside))
        .sorted(Comparator.comparing(Row::from))
        .toList();
  }

  private static boolean repeats(Row row, List<Row> earlier) {
    return earlier.stream()
        .anyMatch(
            other ->
                other.name.equals(row.name)
                    && other.from.isEqual(row.from)
                    && other.to.isEqual(row.to));
  }

  private static Optional<String> refusal(Row row, List<Row> earlier) {
    if (row.name.isEmpty() || row.name.length() > LONGEST_NAME) {
      return Optional.of(
          "The name has %d characters: 1 to %d are needed, such as Autumn term."
              .formatted(row.name.length(), LONGEST_NAME));
    }
    if (row.days() < 1) {
      return Optional.of(
          "It ends on %s, before it begins on %s."
              .formatted(DayWords.full(row.to), DayWords.full(row.from)));
    }
    if (row.days() < SHORTEST_DAYS) {
      return Optional.of(
          "It is too short for a half term: single closed days belong in calendar.csv.");
    }
    if (row.days() > LONGEST_TERM_DAYS) {
      return Optional.of(
          "It lasts %d days: give each term a row of its own, not the whole school year."
              .formatted(row.days()));
    }
    return earlier.stream()
        .filter(other -> row.overlaps(other) && !row.isInside(other) && !other.isInside(row))
        .findFirst()
        .map(other -> "It overlaps ‘%s’ of line %d.".formatted(other.name, other.line));
  }

  private static List<Period> divided(Row whole, List<Row> holidays) {
    List<Period> parts = new ArrayList<>();
    LocalDate from = whole.from;
    List<Row> inside =
        holidays.stream()
            .filter(holiday -> holiday.overlaps(whole))
            .sorted(Comparator.comparing(Row::from))
            .toList();
    for (Row holiday : inside) {
      if (!from.isAfter(WorkingDays.previousWeekday(holiday.from))) {
        parts.add(Period.halfTerm(whole.name, from, WorkingDays.previousWeekday(holiday.from)));
      }
      from = WorkingDays.nextWeekday(holiday.to);
    }
    if (!from.isAfter(whole.to)) {
      parts.add(Period.halfTerm(whole.name, from, whole.to));
    }
    return parts.size() == 1 ? parts : HalfTerms.numbered(whole.name, parts);
  }
}
