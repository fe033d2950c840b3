package uk.attendance.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.attendance.file.SchoolFile;
import uk.attendance.register.FileRow.Cell;
import uk.attendance.school.Session;

/**
 * How a register file lays out its marks: one to a line, or a pupil's week to a line. Recognised by
 * its columns.
 */
sealed interface RegisterLayout {

  String name();

  FileRow read(SchoolFile.Row row);

  /** What the column of one session is called where a row holds many; empty where it holds one. */
  String cell(LocalDate day, Session session);

  /** Whether a row's day has to be a Monday. */
  default boolean isByWeek() {
    return false;
  }

  /**
   * @throws MissingColumns when the columns make neither layout
   */
  static RegisterLayout of(SchoolFile file, Spelling spelling) {
    Columns columns = new Columns(file, spelling);
    ByWeek byWeek = ByWeek.of(columns);
    boolean weekly = columns.has("week_commencing") && !byWeek.days.isEmpty();
    List<String> missing = new ArrayList<>();
    if (!columns.has("admission_no") && !columns.has("upn")) {
      missing.add("admission_no");
    }
    if (!weekly) {
      for (String needed : List.of("date", "session", "code")) {
        if (!columns.has(needed)) {
          missing.add(needed);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new MissingColumns(missing, file.columns());
    }
    return weekly ? byWeek : Long.of(columns);
  }

  /** Where our columns stand in this file. */
  final class Columns {

    private final SchoolFile file;
    private final Spelling spelling;

    private Columns(SchoolFile file, Spelling spelling) {
      this.file = file;
      this.spelling = spelling;
    }

    private int at(String ours) {
      int theirs = file.position(spelling.column(ours));
      return theirs >= 0 ? theirs : file.position(ours);
    }

    private boolean has(String ours) {
      return at(ours) >= 0;
    }
  }

  /** One mark to a line. */
  record Long(
      int school,
      int admissionNo,
      int upn,
      int date,
      int session,
      int code,
      int minutesLate,
      int comment,
      int markedAt)
      implements RegisterLayout {

    private static Long of(Columns columns) {
      return new Long(
          columns.at("school"),
          columns.at("admission_no"),
          columns.at("upn"),
          columns.at("date"),
          columns.at("session"),
          columns.at("code"),
          columns.at("minutes_late"),
          columns.at("comment"),
          columns.at("marked_at"));
    }

    @Override
    public String name() {
      return "LONG";
    }

    @Override
    public String cell(LocalDate day, Session session) {
      return "";
    }

    @Override
    public FileRow read(SchoolFile.Row row) {
      Cell cell =
          new Cell(
              "",
              0,
              row.at(session),
              row.at(code),
              row.at(minutesLate),
              row.at(comment),
              row.at(markedAt));
      return new FileRow(
          (int) row.line(),
          row.at(school),
          row.at(admissionNo),
          row.at(upn),
          row.at(date),
          List.of(cell));
    }
  }

  /** A pupil's week to a line: MonAM, MonPM ... FriPM, and a Saturday where a school has one. */
  record ByWeek(int school, int admissionNo, int upn, int week, List<Day> days)
      implements RegisterLayout {

    private static final List<String> WEEKDAYS =
        List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    record Day(String name, int daysLater, String session, int position) {}

    private static ByWeek of(Columns columns) {
      List<Day> days = new ArrayList<>();
      for (int later = 0; later < WEEKDAYS.size(); later++) {
        for (Session session : Session.values()) {
          String name = WEEKDAYS.get(later) + session.name();
          if (columns.has(name)) {
            days.add(new Day(name, later, session.name(), columns.at(name)));
          }
        }
      }
      return new ByWeek(
          columns.at("school"),
          columns.at("admission_no"),
          columns.at("upn"),
          columns.at("week_commencing"),
          List.copyOf(days));
    }

    @Override
    public String name() {
      return "WIDE";
    }

    @Override
    public String cell(LocalDate day, Session session) {
      return WEEKDAYS.get(day.getDayOfWeek().ordinal()) + session.name();
    }

    @Override
    public boolean isByWeek() {
      return true;
    }

    @Override
    public FileRow read(SchoolFile.Row row) {
      List<Cell> cells = new ArrayList<>(days.size());
      for (Day day : days) {
        cells.add(new Cell(day.name, day.daysLater, day.session, row.at(day.position), "", "", ""));
      }
      return new FileRow(
          (int) row.line(), row.at(school), row.at(admissionNo), row.at(upn), row.at(week), cells);
    }
  }
}
