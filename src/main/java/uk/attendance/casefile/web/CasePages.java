package uk.attendance.casefile.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseDeadline;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.ProcessModels;
import uk.attendance.casefile.Timeline;
import uk.attendance.casefile.web.CasePage.DeadlineLine;
import uk.attendance.casefile.web.CasePage.Happening;
import uk.attendance.casefile.web.CasePage.Paper;
import uk.attendance.school.Calendars;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** Puts together the page of a case, as far as its reader may see it. */
@Component
class CasePages {

  private final Record record;
  private final Holds holds;
  private final ProcessModels models;
  private final Calendars calendars;
  private final Clock clock;

  CasePages(Record record, Holds holds, ProcessModels models, Calendars calendars, Clock clock) {
    this.record = record;
    this.holds = holds;
    this.models = models;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** All that is written down about a case. */
  @Component
  static class Record {

    private final Timeline timeline;
    private final Deadlines deadlines;
    private final List<CasePart> parts;

    Record(Timeline timeline, Deadlines deadlines, List<CasePart> parts) {
      this.timeline = timeline;
      this.deadlines = deadlines;
      this.parts = parts;
    }

    List<CasePart.Document> documents(CaseFile file, Scope scope) {
      return parts.stream()
          .flatMap(part -> part.documents(file, scope).stream())
          .sorted(Comparator.comparing(CasePart.Document::at).reversed())
          .toList();
    }
  }

  CasePage of(CaseFile file, Scope scope) {
    boolean hidden = holds.hides(file.school(), file.pupil(), scope);
    boolean whole = scope.seesWholeSchool(file.school());
    Set<String> notForReader = whole ? Set.of() : models.tasksFor(file.process(), Role.DSL.key());
    List<Entry> entries = hidden ? List.of() : record.timeline.of(file.id());
    WayTaken way = new WayTaken(entries, notForReader);
    return new CasePage(
        file.id().value(),
        models.nameOf(file.process()),
        Words.ofKey(file.cause()),
        file.isOpen(),
        file.isOpen() ? "open" : String.valueOf(file.outcome()),
        Words.when(file.openedAt()),
        file.closedAt() == null ? null : Words.when(file.closedAt()),
        DayWords.full(file.startedOn()),
        file.pack().toString(),
        file.businessKey(),
        opening(entries, file, whole),
        holds.isHeld(file.pupil()),
        hidden,
        happenings(entries, file, notForReader, whole),
        hidden ? List.of() : deadlines(file, notForReader),
        hidden ? List.of() : documents(file, scope),
        whole ? way.steps(file.isOpen()) : List.of(),
        whole && !hidden
            ? way.drawing("/cases/%s/diagram".formatted(file.id()), file.isOpen())
            : null);
  }

  private static @org.jspecify.annotations.Nullable WhyShown opening(
      List<Entry> entries, CaseFile file, boolean whole) {
    return entries.stream()
        .filter(entry -> entry.kind() == EntryKind.OPENED && entry.why() != null)
        .map(entry -> WhyShown.of(entry.why(), file, whole))
        .findFirst()
        .orElse(null);
  }

  /**
   * Who sees only their own classes does not see what the policy's tables looked at; nobody but
   * those who run cases sees what was asked of the safeguarding lead (docs/decisions/0051).
   */
  private List<Happening> happenings(
      List<Entry> entries, CaseFile file, Set<String> notForReader, boolean whole) {
    return entries.stream()
        .filter(entry -> !entry.kind().isWay())
        .filter(entry -> whole || entry.kind() != EntryKind.DECIDED)
        .filter(entry -> !notForReader.contains(String.valueOf(entry.element())))
        .filter(entry -> !notForReader.contains(String.valueOf(entry.reference())))
        .sorted(Comparator.comparing(Entry::position).reversed())
        .map(entry -> happening(entry, file, whole))
        .toList();
  }

  private static Happening happening(Entry entry, CaseFile file, boolean whole) {
    boolean task = entry.kind() == EntryKind.ASKED || entry.kind() == EntryKind.ANSWERED;
    return new Happening(
        entry.kind().words(),
        entry.kind() == EntryKind.OPENED && entry.why() != null ? "" : entry.words(),
        Words.when(entry.at()),
        entry.title().isEmpty() ? entry.actor() : entry.actor() + ", " + entry.title(),
        entry.why() == null ? null : WhyShown.of(entry.why(), file, whole),
        task && entry.reference() != null ? "/tasks/" + entry.reference() : "");
  }

  private List<DeadlineLine> deadlines(CaseFile file, Set<String> notForReader) {
    SchoolCalendar calendar = calendars.of(file.school());
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    return record.deadlines.of(file.id()).stream()
        .filter(deadline -> !notForReader.contains(deadline.element()))
        .sorted(
            Comparator.comparing(CaseDeadline::state)
                .thenComparing(CaseDeadline::at)
                .thenComparing(CaseDeadline::id))
        .map(deadline -> line(deadline, calendar, today))
        .toList();
  }

  private static DeadlineLine line(
      CaseDeadline deadline, SchoolCalendar calendar, LocalDate today) {
    String due =
        deadline.isByTheClock()
            ? DayWords.full(deadline.on()) + ", " + Words.time(deadline.at())
            : DayWords.full(deadline.on());
    String state =
        switch (deadline.state()) {
          case OPEN -> calendar.timeLeft(today, deadline.on()).inWords();
          case KEPT -> "kept";
          case LATE -> "done late";
          case EXCUSED -> "no longer needed";
        };
    boolean bad =
        switch (deadline.state()) {
          case OPEN -> deadline.on().isBefore(today);
          case LATE -> true;
          case KEPT, EXCUSED -> false;
        };
    return new DeadlineLine(
        deadline.what(),
        due,
        state,
        bad ? "app-badge app-badge--bad" : "app-badge",
        counted(deadline));
  }

  private static String counted(CaseDeadline deadline) {
    if (deadline.isByTheClock() || deadline.on().isEqual(deadline.from())) {
      return "";
    }
    int days = deadline.schoolDays();
    String skipped =
        deadline.skipped().stream()
            .map(day -> "%s (%s)".formatted(DayWords.withoutYear(day.day()), day.words()))
            .collect(Collectors.joining(", "));
    return "%d school day%s after %s%s"
        .formatted(
            days,
            days == 1 ? "" : "s",
            DayWords.full(deadline.from()),
            skipped.isEmpty() ? "" : "; not counted: " + skipped);
  }

  private List<Paper> documents(CaseFile file, Scope scope) {
    return record.documents(file, scope).stream()
        .map(paper -> new Paper(paper.kind(), paper.words(), paper.href(), Words.when(paper.at())))
        .toList();
  }
}
