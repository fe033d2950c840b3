package uk.attendance.register.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.register.CodesOffered;
import uk.attendance.register.ImportId;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.RegisterImports;
import uk.attendance.register.RegisterWork;
import uk.attendance.register.Spelling;
import uk.attendance.register.Spellings;

/** What the school's own system calls our columns and codes. */
@Controller
@RequestMapping("/registers/columns")
@OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
class SpellingController {

  /** Rows for new codes below those that are saved. */
  private static final int ROOM = 3;

  private static final int COLUMN = 120;
  private static final int CODE = 20;

  private final Spellings spellings;
  private final RegisterImports imports;
  private final ImportingMarks importing;
  private final RegisterWork work;
  private final CodesOffered codes;

  SpellingController(
      Spellings spellings,
      RegisterImports imports,
      ImportingMarks importing,
      RegisterWork work,
      CodesOffered codes) {
    this.spellings = spellings;
    this.imports = imports;
    this.importing = importing;
    this.work = work;
    this.codes = codes;
  }

  /**
   * @param name ours
   * @param theirs empty while it bears our name
   */
  record Column(String name, String words, String theirs) {}

  record Code(String theirs, String ours) {}

  @GetMapping
  String show(
      @RequestParam(required = false) @Nullable Long file, CurrentSchool school, Model model) {
    Spelling saved = spellings.of(school.id());
    return page(school, file, saved.columns(), pairs(saved.codes()), Map.of(), model);
  }

  @PostMapping
  String save(
      @RequestParam Map<String, String> columns,
      @RequestParam(required = false) @Nullable List<String> theirs,
      @RequestParam(required = false) @Nullable List<String> ours,
      @RequestParam(required = false) @Nullable Long file,
      CurrentSchool school,
      Model model,
      RedirectAttributes next) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> errors = new LinkedHashMap<>();
    for (String column : Spelling.COLUMNS) {
      String name = columns.getOrDefault(column, "").strip();
      if (name.length() > COLUMN) {
        errors.put(column, "A column name has at most %d characters.".formatted(COLUMN));
      } else if (!name.isEmpty()) {
        names.put(column, name);
      }
    }
    List<Code> given = given(theirs, ours);
    check(given, school, errors);
    if (!errors.isEmpty()) {
      return page(school, file, names, given, errors, model);
    }
    Map<String, String> saved = new TreeMap<>();
    given.forEach(code -> saved.put(code.theirs().toUpperCase(Locale.ROOT), code.ours()));
    spellings.save(school.id(), new Spelling(names, saved));
    if (file != null && imports.find(school.id(), new ImportId(file)).isPresent()) {
      if (importing.readAgain(new ImportId(file))) {
        RegistersController.awaitShortly(work.soon(new ImportId(file)));
      }
      return "redirect:/registers/" + file;
    }
    next.addFlashAttribute("saved", true);
    return "redirect:/registers/columns";
  }

  private static List<Code> given(@Nullable List<String> theirs, @Nullable List<String> ours) {
    List<Code> given = new ArrayList<>();
    for (int i = 0;
        theirs != null && ours != null && i < Math.min(theirs.size(), ours.size());
        i++) {
      Code code = new Code(theirs.get(i).strip(), ours.get(i).strip().toUpperCase(Locale.ROOT));
      if (!code.theirs().isEmpty() || !code.ours().isEmpty()) {
        given.add(code);
      }
    }
    return given;
  }

  private void check(List<Code> given, CurrentSchool school, Map<String, String> errors) {
    for (int i = 0; i < given.size(); i++) {
      Code code = given.get(i);
      if (code.theirs().isEmpty() || code.theirs().length() > CODE) {
        errors.put(
            "theirs-" + i, "Say which of your system's codes means %s.".formatted(code.ours()));
      } else if (!codes.exists(code.ours(), school.id())) {
        errors.put(
            "ours-" + i,
            "“%s” is no register code; give the one that “%s” stands for, or - for not marked."
                .formatted(code.ours(), code.theirs()));
      }
    }
  }

  private String page(
      CurrentSchool school,
      @Nullable Long file,
      Map<String, String> names,
      List<Code> given,
      Map<String, String> errors,
      Model model) {
    List<Code> rows = new ArrayList<>(given);
    for (int i = 0; i < ROOM; i++) {
      rows.add(new Code("", ""));
    }
    RegisterImport asked =
        file == null ? null : imports.find(school.id(), new ImportId(file)).orElse(null);
    model.addAttribute("school", school);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "columns",
        Spelling.COLUMNS.stream()
            .map(name -> new Column(name, words(name), names.getOrDefault(name, "")))
            .toList());
    model.addAttribute("codes", rows);
    model.addAttribute("file", asked == null ? null : asked.id().value());
    model.addAttribute("found", asked == null ? List.of() : asked.columnsFound());
    return "register/columns";
  }

  private static List<Code> pairs(Map<String, String> codes) {
    return new TreeMap<>(codes)
        .entrySet().stream().map(pair -> new Code(pair.getKey(), pair.getValue())).toList();
  }

  private static String words(String column) {
    return switch (column) {
      case "admission_no" -> "Admission number";
      case "upn" -> "UPN (instead of the admission number, or beside it)";
      case "date" -> "Date";
      case "session" -> "Session: AM or PM";
      case "code" -> "Mark";
      case "minutes_late" -> "Minutes late (may be missing)";
      case "comment" -> "Comment (may be missing)";
      case "marked_at" -> "When the mark was made (may be missing)";
      case "school" -> "School (may be missing)";
      case "week_commencing" -> "Monday of the week (files with a week to a row)";
      default -> column;
    };
  }
}
