package uk.attendance.register.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NotInSight;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.register.Author;
import uk.attendance.register.ImportId;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.RegisterImports;
import uk.attendance.register.RegisterWork;
import uk.attendance.register.RejectsFile;

/** One register file: how far it is, what it would change, the yes, what it changed. */
@Controller
@RequestMapping("/registers/{id}")
@OnlyFor({
  Role.OFFICE,
  Role.ATTENDANCE_OFFICER,
  Role.ATTENDANCE_LEAD,
  Role.HEADTEACHER,
  Role.MANAGER
})
class RegisterFileController {

  private final RegisterImports imports;
  private final ImportingMarks importing;
  private final RegisterWork work;
  private final RegisterFilePages pages;
  private final RejectsFile rejects;

  RegisterFileController(
      RegisterImports imports,
      ImportingMarks importing,
      RegisterWork work,
      RegisterFilePages pages,
      RejectsFile rejects) {
    this.imports = imports;
    this.importing = importing;
    this.work = work;
    this.pages = pages;
    this.rejects = rejects;
  }

  @GetMapping
  String show(@PathVariable long id, CurrentSchool school, Scope scope, Model model) {
    RegisterImport file = find(id, school);
    model.addAttribute("page", pages.of(file, scope));
    model.addAttribute("mayBringIn", FileRow.mayBringIn(school, scope));
    return "register/file";
  }

  @PostMapping("/bring-in")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  String bringIn(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean evenSo,
      CurrentSchool school,
      SignedIn person,
      RedirectAttributes next) {
    ImportId file = find(id, school).id();
    if (importing.confirm(file, Author.of(person), evenSo)) {
      RegistersController.awaitShortly(work.soon(file));
    } else {
      next.addFlashAttribute("late", true);
    }
    return "redirect:/registers/" + id;
  }

  @PostMapping("/discard")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  String discard(@PathVariable long id, CurrentSchool school, RedirectAttributes next) {
    if (!importing.discard(find(id, school).id())) {
      next.addFlashAttribute("late", true);
    }
    return "redirect:/registers/" + id;
  }

  @PostMapping("/read-again")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  String readAgain(@PathVariable long id, CurrentSchool school, RedirectAttributes next) {
    ImportId file = find(id, school).id();
    if (importing.readAgain(file)) {
      RegistersController.awaitShortly(work.soon(file));
    } else {
      next.addFlashAttribute("late", true);
    }
    return "redirect:/registers/" + id;
  }

  /** In the file's own layout, so that it can be corrected and brought in again. */
  @GetMapping("/rejects.csv")
  ResponseEntity<byte[]> rejects(@PathVariable long id, CurrentSchool school) {
    RegisterImport file = find(id, school);
    List<String> lines = rejects.lines(file);
    String name = "rejected-rows-" + id + ".csv";
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private RegisterImport find(long id, CurrentSchool school) {
    return imports
        .find(school.id(), new ImportId(id))
        .orElseThrow(() -> new NotInSight("register file", id));
  }
}
