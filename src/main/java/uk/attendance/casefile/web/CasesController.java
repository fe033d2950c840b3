package uk.attendance.casefile.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Hold;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.ProcessModels;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.pupil.Slice;
import uk.attendance.pupil.web.ForPupilStaff;

/** The cases of a school, page by page. */
@Controller
@ForPupilStaff
class CasesController {

  private static final int PAGE = 50;

  private final CaseFiles cases;
  private final Pupils pupils;
  private final ProcessModels models;
  private final Holds holds;

  CasesController(CaseFiles cases, Pupils pupils, ProcessModels models, Holds holds) {
    this.cases = cases;
    this.pupils = pupils;
    this.models = models;
    this.holds = holds;
  }

  /**
   * @param held the safeguarding sentence stands in place of what the case is
   */
  record Line(
      long id,
      String pupil,
      String process,
      String cause,
      String opened,
      String state,
      boolean held) {}

  record Choice(String key, String words, boolean chosen) {}

  @GetMapping("/cases")
  String cases(
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = "") String process,
      @RequestParam(required = false) @Nullable Long after,
      CurrentSchool school,
      Scope scope,
      Model model) {
    boolean open = !state.equals("closed");
    Slice<CaseFile> page =
        cases.page(
            school.id(),
            open,
            process.isEmpty() ? null : process,
            after == null ? null : new CaseId(after),
            PAGE,
            scope);
    model.addAttribute("open", open);
    model.addAttribute("cases", lines(page.rows(), scope));
    model.addAttribute("sentence", Hold.SENTENCE);
    model.addAttribute(
        "processes",
        cases.processesOf(school.id()).stream()
            .map(key -> new Choice(key, models.nameOf(key), key.equals(process)))
            .toList());
    model.addAttribute("next", page.more() ? next(page, open, process) : null);
    return "casefile/cases";
  }

  private List<Line> lines(List<CaseFile> files, Scope scope) {
    Map<PupilId, Pupil> named =
        pupils.byIds(files.stream().map(CaseFile::pupil).distinct().toList(), scope).stream()
            .collect(Collectors.toMap(Pupil::id, Function.identity()));
    return files.stream().map(file -> line(file, named.get(file.pupil()), scope)).toList();
  }

  private Line line(CaseFile file, Pupil pupil, Scope scope) {
    return new Line(
        file.id().value(),
        pupil.name(),
        models.nameOf(file.process()),
        Words.ofKey(file.cause()),
        Words.when(file.openedAt()),
        file.isOpen() ? "open" : String.valueOf(file.outcome()),
        holds.hides(file.school(), file.pupil(), scope));
  }

  private static String next(Slice<CaseFile> page, boolean open, String process) {
    UriComponentsBuilder next =
        UriComponentsBuilder.fromPath("/cases")
            .queryParam("state", open ? "open" : "closed")
            .queryParam("after", page.rows().get(page.rows().size() - 1).id().value());
    if (!process.isEmpty()) {
      next.queryParam("process", "{process}");
      return next.build(Map.of("process", process)).toString();
    }
    return next.build().toString();
  }
}
