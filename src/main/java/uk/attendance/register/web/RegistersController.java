package uk.attendance.register.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.file.SchoolDates;
import uk.attendance.file.UnreadableFile;
import uk.attendance.register.Author;
import uk.attendance.register.ImportId;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.RegisterImports;
import uk.attendance.register.RegisterWork;
import uk.attendance.register.RegistersToday;
import uk.attendance.school.SchoolCalendar;

/** Register files: bringing one in, those that came, registers missing today. */
@Controller
@RequestMapping("/registers")
@OnlyFor({
  Role.OFFICE,
  Role.ATTENDANCE_OFFICER,
  Role.ATTENDANCE_LEAD,
  Role.HEADTEACHER,
  Role.MANAGER
})
class RegistersController {

  private static final int SHOWN = 50;
  private static final int NAME = 200;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final ImportingMarks importing;
  private final RegisterImports imports;
  private final RegisterWork work;
  private final RegistersToday today;
  private final List<RegistersPart> parts;
  private final Clock clock;

  RegistersController(
      ImportingMarks importing,
      RegisterImports imports,
      RegisterWork work,
      RegistersToday today,
      List<RegistersPart> parts,
      Clock clock) {
    this.importing = importing;
    this.imports = imports;
    this.work = work;
    this.today = today;
    this.parts = parts;
    this.clock = clock;
  }

  @GetMapping
  String list(CurrentSchool school, Scope scope, Model model) {
    return page(school, scope, Map.of(), "", "", model);
  }

  /** One file and one button: the next page shows what it would change. */
  @PostMapping
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  String receive(
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String time,
      CurrentSchool school,
      SignedIn person,
      Scope scope,
      Model model) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (file == null || file.isEmpty() && nameOf(file).isEmpty()) {
      errors.put("file", "Choose the register file.");
    }
    Optional<Instant> exported = exportedAt(day.strip(), time.strip(), errors);
    if (errors.isEmpty() && exported.isPresent()) {
      try {
        ImportId id =
            importing.receive(
                school.id(), nameOf(file), file::getInputStream, exported.get(), Author.of(person));
        awaitShortly(work.soon(id));
        return "redirect:/registers/" + id;
      } catch (UnreadableFile unreadable) {
        errors.put("day", unreadable.getMessage());
      }
    }
    return page(school, scope, errors, day, time, model);
  }

  private String page(
      CurrentSchool school,
      Scope scope,
      Map<String, String> errors,
      String day,
      String time,
      Model model) {
    List<RegisterImport> files = imports.recent(school.id(), SHOWN);
    model.addAttribute("school", school);
    model.addAttribute("errors", errors);
    model.addAttribute("day", day);
    model.addAttribute("time", time);
    model.addAttribute("files", files.stream().map(FileRow::of).toList());
    model.addAttribute(
        "waiting",
        files.stream().filter(file -> file.state().waitsForAPerson()).map(FileRow::of).toList());
    model.addAttribute("today", today.of(school.id(), scope));
    model.addAttribute("mayBringIn", FileRow.mayBringIn(school, scope));
    model.addAttribute(
        "parts", parts.stream().flatMap(part -> part.parts(school, scope).stream()).toList());
    return "register/registers";
  }

  private Optional<Instant> exportedAt(String day, String time, Map<String, String> errors) {
    if (day.isEmpty() && time.isEmpty()) {
      return Optional.of(clock.instant());
    }
    Optional<LocalDate> on =
        day.isEmpty() ? Optional.of(SchoolCalendar.dayOf(clock.instant())) : SchoolDates.read(day);
    if (on.isEmpty()) {
      errors.put("day", "“%s” is no date; write it like 3/11/2025.".formatted(day));
      return Optional.empty();
    }
    try {
      LocalTime at = LocalTime.parse(time, TIME);
      Instant exported = on.get().atTime(at).atZone(SchoolCalendar.ZONE).toInstant();
      if (exported.isAfter(clock.instant())) {
        errors.put("day", "The export lies in the future.");
      }
      return Optional.of(exported);
    } catch (DateTimeException e) {
      errors.put("time", "Give the time of the export, like 9:05.");
      return Optional.empty();
    }
  }

  private static String nameOf(MultipartFile file) {
    String name = file.getOriginalFilename();
    String plain = name == null ? "" : name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    return plain.length() <= NAME ? plain : plain.substring(0, NAME);
  }

  /** A school's usual file is read before the next page asks for it; a large one goes on beside. */
  static void awaitShortly(Future<?> reading) {
    try {
      reading.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException stillReading) {
      // the next page shows how far it is
    } catch (ExecutionException failed) {
      // has been logged, and is tried again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
