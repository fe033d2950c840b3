package uk.attendance.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.attendance.file.RejectedRow;
import uk.attendance.file.SchoolDates;
import uk.attendance.file.SchoolFile;

/**
 * A {@code calendar.csv} as read: {@code date, am, pm, reason}, where am and pm say whether that
 * session is open. Both left empty means closed all day. Days that the file does not name stay as
 * they are.
 *
 * @param days the rows taken, in order of their days
 * @param rejected the rows not taken, each with line and reason
 */
public record CalendarFile(List<SpecialDay> days, List<RejectedRow> rejected) {
  private static final List<String> OPEN = List.of("open", "yes", "y", "true", "1");
  private static final List<String> CLOSED = List.of("closed", "no", "n", "false", "0", "#");
  private static final int DAYS_NAMED = 5;
  private static final int LONGEST_REASON = 200;

  public CalendarFile {
    days = List.copyOf(days);
    rejected = List.copyOf(rejected);
  }

  /**
   * @throws uk.attendance.file.UnreadableFile when it is no such file at all
   */
  public static CalendarFile read(SchoolFile.Source source, SchoolCalendar calendar) {
    TreeMap<LocalDate, SpecialDay> days = new TreeMap<>();
    List<RejectedRow> rejected = new ArrayList<>();
    try (SchoolFile file = SchoolFile.open(source)) {
      for (SchoolFile.Row row : file.require("date", "am", "pm", "reason")) {
        refusal(row, calendar, days)
            .ifPresentOrElse(
                why -> rejected.add(row.rejected(why)),
                () -> {
                  SpecialDay day = specialDay(row);
                  days.put(day.day(), day);
                });
      }
    }
    return new CalendarFile(List.copyOf(days.values()), rejected);
  }

  /** A day that the terms leave as the file says is no special day. */
  public CalendarEdit edit(SchoolCalendar calendar) {
    return new CalendarEdit(
        what(),
        days.get(0).day(),
        days.get(days.size() - 1).day(),
        plan -> {
          CalendarPlan changed = plan;
          for (SpecialDay day : days) {
            boolean ordinary = day.amOpen() && day.pmOpen() && calendar.openInTerms(day.day());
            changed = ordinary ? changed.asInTerms(day.day()) : changed.with(day);
          }
          return changed;
        });
  }

  private String what() {
    String named =
        days.stream()
            .limit(DAYS_NAMED)
            .map(day -> DayWords.full(day.day()))
            .collect(Collectors.joining(", "));
    int more = days.size() - DAYS_NAMED;
    return "Days brought in: " + named + (more > 0 ? " and " + more + " more" : "");
  }

  /** The rows taken, to be read again when a person has said yes. */
  public String csv() {
    StringBuilder csv = new StringBuilder("date,am,pm,reason\n");
    for (SpecialDay day : days) {
      csv.append(day.day()).append(day.amOpen() ? ",open" : ",closed");
      csv.append(day.pmOpen() ? ",open" : ",closed").append(",\"");
      csv.append(day.reason().replace("\"", "\"\"")).append("\"\n");
    }
    return csv.toString();
  }

  static String notADate(String found) {
    return found.isEmpty()
        ? "The date is missing: write 2025-09-01 or 01/09/2025."
        : "‘%s’ is not a date: write 2025-09-01 or 01/09/2025.".formatted(found);
  }

  private static Optional<String> refusal(
      SchoolFile.Row row, SchoolCalendar calendar, TreeMap<LocalDate, SpecialDay> days) {
    Optional<LocalDate> day = SchoolDates.read(row.get("date"));
    if (day.isEmpty()) {
      return Optional.of(notADate(row.get("date")));
    }
    for (Session session : Session.values()) {
      String found = row.get(session.name());
      if (isOpen(row, session) == null) {
        return Optional.of(
            "%s is ‘%s’: open or closed is needed.".formatted(session.name(), found));
      }
    }
    SpecialDay read = specialDay(row);
    boolean open = read.amOpen() && read.pmOpen();
    if ((row.get("reason").isEmpty() && !open) || read.reason().length() > LONGEST_REASON) {
      return Optional.of(
          "The reason has %d characters: 1 to %d are needed."
              .formatted(row.get("reason").length(), LONGEST_REASON));
    }
    if (!calendar.covers(read.day())) {
      return Optional.of(
          "%s lies in no school year whose terms are known: bring in terms.csv first."
              .formatted(DayWords.full(read.day())));
    }
    SpecialDay earlier = days.get(read.day());
    return earlier == null || earlier.equals(read)
        ? Optional.empty()
        : Optional.of("An earlier line says something else about the same day.");
  }

  private static SpecialDay specialDay(SchoolFile.Row row) {
    String reason = row.get("reason");
    return new SpecialDay(
        SchoolDates.read(row.get("date")).orElseThrow(),
        Boolean.TRUE.equals(isOpen(row, Session.AM)),
        Boolean.TRUE.equals(isOpen(row, Session.PM)),
        kindOf(reason),
        reason.isEmpty() ? "open" : reason);
  }

  /** Null when the cell says neither. */
  private static @Nullable Boolean isOpen(SchoolFile.Row row, Session session) {
    String cell = row.get(session.name()).toLowerCase(Locale.ROOT);
    boolean bothEmpty = row.get("am").isEmpty() && row.get("pm").isEmpty();
    return OPEN.contains(cell) ? Boolean.TRUE : CLOSED.contains(cell) || bothEmpty ? false : null;
  }

  private static ClosureKind kindOf(String reason) {
    String words = reason.toLowerCase(Locale.ROOT);
    if (has(words, "inset", "training", "staff day", "pd day")) {
      return ClosureKind.INSET_DAY;
    }
    if (has(words, "bank holiday")) {
      return ClosureKind.BANK_HOLIDAY;
    }
    return has(words, "snow", "flood", "boiler", "heating", "unexpected", "power cut", "emergency")
        ? ClosureKind.UNEXPECTED_CLOSURE
        : ClosureKind.HOLIDAY;
  }

  private static boolean has(String words, String... wanted) {
    return Stream.of(wanted).anyMatch(words::contains);
  }
}
