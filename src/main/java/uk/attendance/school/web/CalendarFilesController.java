package uk.attendance.school.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.file.RejectedRow;
import uk.attendance.file.SchoolFile;
import uk.attendance.file.UnreadableFile;
import uk.attendance.school.CalendarEdit;
import uk.attendance.school.CalendarFile;
import uk.attendance.school.Calendars;
import uk.attendance.school.ContradictoryCalendar;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.TermsFile;

/** Bringing in terms.csv and calendar.csv: what would change, what was refused, then the yes. */
@Controller
class CalendarFilesController {
  private final SchoolInSight inSight;
  private final Calendars calendars;
  private final Proposals proposals;

  CalendarFilesController(SchoolInSight inSight, Calendars calendars, Proposals proposals) {
    this.inSight = inSight;
    this.calendars = calendars;
    this.proposals = proposals;
  }

  /** What a file holds: the edit that its rows ask for, and the rows themselves for the yes. */
  private record Taken(CalendarEdit edit, String rows, List<RejectedRow> rejected) {}

  @GetMapping("/schools/{id}/files")
  String form(@PathVariable String id, Scope scope, Model model) {
    return form(inSight.toChange(id, scope), model);
  }

  @PostMapping("/schools/{id}/terms")
  String terms(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable String rows,
      @RequestParam(required = false) @Nullable Long version,
      Scope scope,
      SignedIn person,
      Model model,
      RedirectAttributes redirect) {
    School school = inSight.toChange(id, scope);
    try {
      TermsFile read = TermsFile.read(source(file, rows));
      if (read.rows().isEmpty()) {
        return refused(
            school, "terms", "No row of the file could be taken", read.rejected(), model);
      }
      Taken taken = new Taken(read.edit(), read.csv(), read.rejected());
      return ask("terms", "Use these terms?", school, taken, version, person, model, redirect);
    } catch (UnreadableFile e) {
      return refused(school, "terms", e.getMessage(), List.of(), model);
    } catch (ContradictoryCalendar e) {
      return refused(school, "terms", "With this file, " + e.sentence(), List.of(), model);
    }
  }

  @PostMapping("/schools/{id}/days")
  String days(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable String rows,
      @RequestParam(required = false) @Nullable Long version,
      Scope scope,
      SignedIn person,
      Model model,
      RedirectAttributes redirect) {
    School school = inSight.toChange(id, scope);
    SchoolCalendar calendar = calendars.of(school.id());
    try {
      CalendarFile read = CalendarFile.read(source(file, rows), calendar);
      if (read.days().isEmpty()) {
        return refused(school, "days", "No row of the file could be taken", read.rejected(), model);
      }
      Taken taken = new Taken(read.edit(calendar), read.csv(), read.rejected());
      return ask("days", "Use these days?", school, taken, version, person, model, redirect);
    } catch (UnreadableFile e) {
      return refused(school, "days", e.getMessage(), List.of(), model);
    }
  }

  private String ask(
      String what,
      String title,
      School school,
      Taken taken,
      @Nullable Long version,
      SignedIn person,
      Model model,
      RedirectAttributes redirect) {
    Proposals.Question question =
        new Proposals.Question(
            title,
            taken.rejected.isEmpty() ? "Yes, use them" : "Yes, use the rest",
            "/schools/%s/%s".formatted(school.id(), what),
            Map.of("rows", List.of(taken.rows)),
            taken.rejected);
    return proposals.answer(school, taken.edit, question, version, person, model, redirect);
  }

  private static SchoolFile.Source source(@Nullable MultipartFile file, @Nullable String rows) {
    if (rows != null) {
      byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
      return () -> new ByteArrayInputStream(bytes);
    }
    if (file == null || file.isEmpty()) {
      throw new UnreadableFile("Choose a file that is not empty.");
    }
    return file::getInputStream;
  }

  private String refused(
      School school,
      String what,
      @Nullable String problem,
      List<RejectedRow> rejected,
      Model model) {
    model.addAttribute("refused", what);
    model.addAttribute("problem", problem);
    model.addAttribute("rejected", rejected);
    return form(school, model);
  }

  private String form(School school, Model model) {
    model.addAttribute("school", school);
    return "school/files";
  }
}
