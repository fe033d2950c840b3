package uk.attendance.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.file.Csv;
import uk.attendance.register.Author;
import uk.attendance.register.ImportState;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.RejectedRows;
import uk.attendance.scenario.Story.Entry;
import uk.attendance.scenario.Story.History;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/** Writes marks into the file that a school's system would give, and brings that in. */
@Component
@Profile("scenario")
class ImportingStoryMarks {

  private static final Author OFFICE = new Author("office", "School office");
  private static final int REJECTS_NAMED = 5;

  private final ImportingMarks marks;
  private final RejectedRows rejects;
  private final Calendars calendars;
  private final Clock clock;
  private int files;

  ImportingStoryMarks(
      ImportingMarks marks, RejectedRows rejects, Calendars calendars, Clock clock) {
    this.marks = marks;
    this.rejects = rejects;
    this.calendars = calendars;
    this.clock = clock;
  }

  private record Slot(String pupil, LocalDate day, Session session) {}

  /** What was before the story, on open days, while the pupil was on roll. */
  void history(StorySchool school) {
    SchoolCalendar calendar = calendars.of(school.id());
    Map<Slot, Entry> entries = new LinkedHashMap<>();
    for (History row : school.story().marks()) {
      LocalDate entered = school.story().pupils().get(row.pupil()).entered();
      row.from()
          .datesUntil(row.to().plusDays(1))
          .filter(day -> !day.isBefore(entered))
          .forEach(
              day -> {
                for (Session session : Session.values()) {
                  add(entries, row, day, session, calendar);
                }
              });
    }
    if (!entries.isEmpty()) {
      bringIn(school, List.copyOf(entries.values()));
    }
  }

  private static void add(
      Map<Slot, Entry> entries,
      History row,
      LocalDate day,
      Session session,
      SchoolCalendar calendar) {
    String code = session == Session.AM ? row.am() : row.pm();
    if (code != null && (!calendar.covers(day) || calendar.isOpen(day, session))) {
      entries.put(new Slot(row.pupil(), day, session), new Entry(row.pupil(), day, session, code));
    }
  }

  /**
   * The brakes count as answered yes.
   *
   * @throws StepRefused when the file, or a mark of it, is not taken
   */
  void bringIn(StorySchool school, List<Entry> entries) {
    // the column "file" makes each file another: the same text again would be the same extract
    Csv csv = new Csv("admission_no", "date", "session", "code", "file");
    files++;
    for (Entry entry : entries) {
      csv.row(entry.pupil(), entry.day(), entry.session(), entry.code(), files);
    }
    RegisterImport file =
        marks.bringIn(school.id(), "attendance.csv", csv.source(), clock.instant(), OFFICE, true);
    String sentence = file.sentence();
    if (file.state() != ImportState.APPLIED) {
      throw new StepRefused("the file was " + file.state().words() + ": " + said(sentence));
    }
    List<String> refused = new ArrayList<>();
    rejects.of(file.id(), REJECTS_NAMED).forEach(row -> refused.add(row.reason()));
    if (!refused.isEmpty()) {
      throw new StepRefused(String.join(" ", refused));
    }
  }

  private static String said(@Nullable String sentence) {
    return sentence == null ? "no reason given" : sentence;
  }
}
