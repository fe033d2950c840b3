package uk.attendance.scenario;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.attendance.casefile.Entry;
import uk.attendance.file.Csv;
import uk.attendance.school.SchoolCalendar;

/**
 * One thing that was done in a story, as its case's timeline tells it.
 *
 * @param at in England
 * @param caseOf the process of the case
 * @param rule of the policy that asked for it; may be empty
 */
record LedgerRow(
    LocalDateTime at,
    String pupil,
    String caseOf,
    String element,
    String action,
    String detail,
    String rule) {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.UK);

  static final String[] COLUMNS = {"at", "pupil", "case", "element", "action", "detail", "rule"};

  static LedgerRow of(Entry entry, String pupil, String process) {
    String element = entry.element();
    return new LedgerRow(
        LocalDateTime.ofInstant(entry.at(), SchoolCalendar.ZONE),
        pupil,
        process,
        element == null ? "" : element,
        entry.kind().name().toLowerCase(Locale.ROOT),
        entry.words(),
        entry.why() == null ? "" : entry.why().rule().toString());
  }

  void addTo(Csv csv) {
    csv.row(AT.format(at), pupil, caseOf, element, action, detail, rule);
  }
}
