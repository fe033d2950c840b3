package uk.attendance.pupil.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.multipart.MultipartFile;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NotInSight;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.file.UnreadableFile;
import uk.attendance.pupil.ImportNotWaiting;
import uk.attendance.pupil.PeopleImport;
import uk.attendance.pupil.PeopleImport.Kind;
import uk.attendance.school.SchoolCalendar;

/** Bringing in pupils.csv and contacts.csv: first what would change, then a yes or a no. */
@Controller
@RequestMapping("/pupils/import")
@OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.MANAGER})
class PeopleImportController {

  private static final int SHOWN = 20;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);

  private final BringingInPeople people;

  PeopleImportController(BringingInPeople people) {
    this.people = people;
  }

  /** A file of people with its time in words. */
  record Shown(PeopleImport file, String when) {}

  @GetMapping
  String choose(CurrentSchool school, Scope scope, Model model) {
    return choose(school, scope, Map.of(), model);
  }

  private String choose(
      CurrentSchool school, Scope scope, Map<String, String> errors, Model model) {
    model.addAttribute("errors", errors);
    model.addAttribute(
        "files",
        people.latest(school.id(), SHOWN, scope).stream()
            .map(PeopleImportController::shown)
            .toList());
    return "pupil/import";
  }

  @PostMapping
  String look(
      @RequestParam(required = false) @org.jspecify.annotations.Nullable Kind kind,
      @RequestParam("file") MultipartFile upload,
      CurrentSchool school,
      SignedIn person,
      Scope scope,
      Model model) {
    if (kind == null) {
      return choose(
          school, scope, Map.of("kind", "Say whether the file holds pupils or contacts."), model);
    }
    if (upload.isEmpty()) {
      return choose(school, scope, Map.of("file", "Choose a file that is not empty."), model);
    }
    try {
      return "redirect:/pupils/import/" + people.preview(kind, school.id(), upload, person).id();
    } catch (UnreadableFile unreadable) {
      return choose(school, scope, Map.of("file", String.valueOf(unreadable.getMessage())), model);
    }
  }

  @GetMapping("/{id:[0-9]{1,18}}")
  String show(@PathVariable long id, CurrentSchool school, Scope scope, Model model) {
    PeopleImport file = file(id, school, scope);
    model.addAttribute("shown", shown(file));
    model.addAttribute("rejects", people.rejects(file));
    model.addAttribute("absent", people.notInFile(file, scope));
    return "pupil/import-one";
  }

  @PostMapping("/{id:[0-9]{1,18}}/apply")
  String apply(@PathVariable long id, CurrentSchool school, Scope scope) {
    try {
      people.apply(file(id, school, scope));
    } catch (ImportNotWaiting alreadyDecided) {
      // the page shows what became of it
    }
    return "redirect:/pupils/import/" + id;
  }

  @PostMapping("/{id:[0-9]{1,18}}/drop")
  String drop(@PathVariable long id, CurrentSchool school, Scope scope) {
    try {
      people.drop(file(id, school, scope));
    } catch (ImportNotWaiting alreadyDecided) {
      // the page shows what became of it
    }
    return "redirect:/pupils/import/" + id;
  }

  @GetMapping("/{id:[0-9]{1,18}}/rejects.csv")
  ResponseEntity<byte[]> rejects(@PathVariable long id, CurrentSchool school, Scope scope) {
    PeopleImport file = file(id, school, scope);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("rejected-" + file.kind().words() + "-" + id + ".csv")
                .build()
                .toString())
        .body(people.rejectsAsCsv(file).getBytes(StandardCharsets.UTF_8));
  }

  private PeopleImport file(long id, CurrentSchool school, Scope scope) {
    return people
        .byId(id, scope)
        .filter(file -> file.school().equals(school.id()))
        .orElseThrow(() -> new NotInSight("file", id));
  }

  private static Shown shown(PeopleImport file) {
    return new Shown(file, WHEN.format(LocalDateTime.ofInstant(file.at(), SchoolCalendar.ZONE)));
  }
}
