package uk.attendance.register.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.register.CodesToEnter;
import uk.attendance.register.CodesToEnter.Conflict;
import uk.attendance.register.CodesToEnter.ToEnter;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/**
 * Codes that were decided here and that the school's own system does not show yet: to be entered
 * there, from the screen, from paper or from a file.
 */
@Controller
@OnlyFor({
  Role.OFFICE,
  Role.ATTENDANCE_OFFICER,
  Role.ATTENDANCE_LEAD,
  Role.HEADTEACHER,
  Role.MANAGER
})
class CodesController {

  /** How far back conflicts are shown; older ones stand with the file that brought them. */
  private static final int DAYS_BACK = 28;

  private static final String HEADER =
      "admission_no,upn,last_name,first_name,class,date,session,code,minutes_late";

  private final CodesToEnter codes;
  private final Pupils pupils;
  private final SchoolRules rules;

  CodesController(CodesToEnter codes, Pupils pupils, SchoolRules rules) {
    this.codes = codes;
    this.pupils = pupils;
    this.rules = rules;
  }

  /** A day with all that is to be entered for it. */
  record Day(String words, List<Row> rows) {}

  /**
   * @param minutesLate empty where none are known
   * @param decided "Monday 3 November, 09:12"
   */
  record Row(
      long pupil,
      String name,
      String className,
      String admissionNo,
      String session,
      String code,
      String minutesLate,
      String decided) {}

  /** Another settled code in a file, which stands. */
  record ConflictRow(
      long pupil,
      String name,
      String when,
      String ours,
      String theirs,
      boolean planned,
      long file) {}

  @GetMapping("/registers/codes")
  String show(CurrentSchool school, Scope scope, Model model) {
    List<ToEnter> waiting = codes.waiting(school.id(), scope);
    List<Conflict> conflicts =
        codes.conflicts(school.id(), rules.today().minusDays(DAYS_BACK), scope);
    Map<PupilId, Pupil> known =
        known(
            Stream.concat(
                waiting.stream().map(ToEnter::pupil), conflicts.stream().map(Conflict::pupil)),
            scope);
    List<Day> days = new ArrayList<>();
    LocalDate last = null;
    for (ToEnter one : waiting) {
      if (!one.day().equals(last)) {
        days.add(new Day(DayWords.full(one.day()), new ArrayList<>()));
        last = one.day();
      }
      days.get(days.size() - 1).rows().add(row(one, known.get(one.pupil())));
    }
    model.addAttribute("school", school);
    model.addAttribute("today", DayWords.full(rules.today()));
    model.addAttribute("days", days);
    model.addAttribute("count", waiting.size());
    model.addAttribute(
        "conflicts", conflicts.stream().map(one -> row(one, known.get(one.pupil()))).toList());
    return "register/codes";
  }

  /** In our own layout of register files, with what a person needs to find the pupil. */
  @GetMapping("/registers/codes.csv")
  ResponseEntity<byte[]> csv(CurrentSchool school, Scope scope) {
    List<ToEnter> waiting = codes.waiting(school.id(), scope);
    Map<PupilId, Pupil> known = known(waiting.stream().map(ToEnter::pupil), scope);
    StringBuilder lines = new StringBuilder("\uFEFF" + HEADER + "\r\n");
    for (ToEnter one : waiting) {
      Pupil pupil = Optional.ofNullable(known.get(one.pupil())).orElseThrow();
      lines.append(
          Stream.of(
                      pupil.admissionNo(),
                      Optional.ofNullable(pupil.upn()).orElse(""),
                      pupil.lastName(),
                      pupil.firstName(),
                      Optional.ofNullable(pupil.className()).orElse(""),
                      one.day().toString(),
                      one.session().name(),
                      one.code(),
                      one.minutesLate() == null ? "" : one.minutesLate().toString())
                  .map(CodesController::cell)
                  .collect(Collectors.joining(","))
              + "\r\n");
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("codes-" + rules.today() + ".csv")
                .build()
                .toString())
        .body(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Quoted where needed; what a spreadsheet would take for a formula is made plain text. */
  private static String cell(String text) {
    String plain = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return plain.matches("(?s).*[,\"\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }

  private Map<PupilId, Pupil> known(Stream<PupilId> ids, Scope scope) {
    return pupils.byIds(ids.distinct().toList(), scope).stream()
        .collect(Collectors.toMap(Pupil::id, Function.identity()));
  }

  private static Row row(ToEnter one, Pupil pupil) {
    LocalDateTime decided = LocalDateTime.ofInstant(one.decidedAt(), SchoolCalendar.ZONE);
    return new Row(
        one.pupil().value(),
        pupil.name(),
        Optional.ofNullable(pupil.className()).orElse(""),
        pupil.admissionNo(),
        one.session().words(),
        one.code(),
        one.minutesLate() == null ? "" : one.minutesLate().toString(),
        "%s, %02d:%02d"
            .formatted(
                DayWords.withoutYear(decided.toLocalDate()),
                decided.getHour(),
                decided.getMinute()));
  }

  private static ConflictRow row(Conflict one, Pupil pupil) {
    return new ConflictRow(
        one.pupil().value(),
        pupil.name(),
        DayWords.full(one.day()) + ", " + one.session().words(),
        one.ours(),
        one.theirs(),
        one.planned(),
        one.file().value());
  }
}
