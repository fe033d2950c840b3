package uk.attendance.register.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;
import uk.attendance.register.web.YearOfMarks.Cell;
import uk.attendance.register.web.YearOfMarks.Day;
import uk.attendance.school.SchoolYear;
import uk.attendance.worklist.TaskInSight;
import uk.attendance.worklist.web.TaskPart;

/** Attendance so far as a picture beside a task: one box a school day. */
@Component
class AttendanceOfTask implements TaskPart {

  private static final int DAYS = 60;

  /** What a day's box shows is the worse of its two sessions. */
  private static final List<String> WORST_FIRST =
      List.of("unauthorised", "missing", "authorised", "late", "present");

  private final AttendanceOfPupil attendance;
  private final SchoolRules rules;

  AttendanceOfTask(AttendanceOfPupil attendance, SchoolRules rules) {
    this.attendance = attendance;
    this.rules = rules;
  }

  /**
   * @param figure "96.05 %"
   * @param sessions "73 of 76 sessions"
   * @param summary the picture in words
   */
  record Content(
      long pupil, String figure, String sessions, List<Box> days, String since, String summary) {}

  /**
   * @param shown the letter; empty where the child was there
   */
  record Box(String shown, String style, String words) {}

  @Override
  public Optional<Card> card(TaskInSight.Open task, Scope scope) {
    Pupil pupil = task.pupil();
    return rules
        .currentYear(pupil.school())
        .map(year -> new Card(20, "worklist/task-attendance", content(pupil, year, scope)));
  }

  private Content content(Pupil pupil, SchoolYear year, Scope scope) {
    List<Day> open =
        attendance.year(pupil, year, scope).halfTerms().stream()
            .flatMap(half -> half.days().stream())
            .filter(day -> !day.padding() && isOver(day))
            .toList();
    List<Day> shown = open.subList(Math.max(0, open.size() - DAYS), open.size());
    List<Box> boxes = shown.stream().map(AttendanceOfTask::box).toList();
    Optional<FiguresShown> figures = attendance.figures(pupil, year, scope);
    return new Content(
        pupil.id().value(),
        figures.map(FiguresShown::attendance).orElse("–"),
        figures
            .map(found -> found.figures())
            .map(
                found ->
                    "%d of %d sessions"
                        .formatted(found.possible() - found.absent(), found.possible()))
            .orElse("no figure yet"),
        boxes,
        shown.isEmpty() ? "" : shown.get(0).words(),
        summary(boxes));
  }

  /** Closed days and those to come have no box. */
  private static boolean isOver(Day day) {
    return Stream.of(day.am(), day.pm()).anyMatch(cell -> WORST_FIRST.contains(cell.style()));
  }

  private static Box box(Day day) {
    Cell worst =
        WORST_FIRST.stream()
            .flatMap(
                style -> Stream.of(day.am(), day.pm()).filter(cell -> cell.style().equals(style)))
            .findFirst()
            .orElse(day.am());
    return new Box(
        worst.style().equals("present") ? "" : worst.shown(),
        worst.style(),
        "%s: %s, %s".formatted(day.words(), day.am().meaning(), day.pm().meaning()));
  }

  private static String summary(List<Box> boxes) {
    long present = boxes.stream().filter(box -> box.style().equals("present")).count();
    return "%d school days: %d present all day, %d with an authorised absence, %d with an unauthorised one, %d late, %d not marked"
        .formatted(
            boxes.size(),
            present,
            count(boxes, "authorised"),
            count(boxes, "unauthorised"),
            count(boxes, "late"),
            count(boxes, "missing"));
  }

  private static long count(List<Box> boxes, String style) {
    return boxes.stream().filter(box -> box.style().equals(style)).count();
  }
}
