package uk.attendance.casefile.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.attendance.account.NotInSight;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Hold;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.ProcessModels;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.pupil.web.PupilHeadings;

/** One case: what happened, why, what is due, and where it stands on its diagram. */
@Controller
@ForPupilStaff
class CaseController {

  private final CaseFiles cases;
  private final CasePages pages;
  private final Pupils pupils;
  private final PupilHeadings headings;
  private final Diagrams diagrams;

  CaseController(
      CaseFiles cases, CasePages pages, Pupils pupils, PupilHeadings headings, Diagrams diagrams) {
    this.cases = cases;
    this.pages = pages;
    this.pupils = pupils;
    this.headings = headings;
    this.diagrams = diagrams;
  }

  @GetMapping("/cases/{id:[0-9]{1,18}}")
  String one(@PathVariable long id, Scope scope, Model model) {
    CaseFile file = inSight(id, scope);
    Pupil pupil = pupils.byId(file.pupil(), scope).orElseThrow(() -> new NotInSight("case", id));
    model.addAttribute("heading", headings.of(pupil, "/cases", scope));
    model.addAttribute("page", pages.of(file, scope));
    model.addAttribute("sentence", Hold.SENTENCE);
    return "casefile/case";
  }

  /** The diagram for the viewer; not for who sees only their own classes (docs/decisions/0051). */
  @GetMapping("/cases/{id:[0-9]{1,18}}/diagram")
  @OnlyFor({
    Role.OFFICE,
    Role.ATTENDANCE_OFFICER,
    Role.ATTENDANCE_LEAD,
    Role.HEADTEACHER,
    Role.DSL,
    Role.MANAGER
  })
  ResponseEntity<String> diagram(@PathVariable long id, Scope scope) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .body(
            diagrams
                .of(inSight(id, scope), scope)
                .orElseThrow(() -> new NotInSight("diagram", id)));
  }

  private CaseFile inSight(long id, Scope scope) {
    return cases.find(new CaseId(id), scope).orElseThrow(() -> new NotInSight("case", id));
  }

  /** Diagrams, but for cases on hold. */
  @org.springframework.stereotype.Component
  static class Diagrams {

    private final ProcessModels models;
    private final Holds holds;

    Diagrams(ProcessModels models, Holds holds) {
      this.models = models;
      this.holds = holds;
    }

    java.util.Optional<String> of(CaseFile file, Scope scope) {
      return holds.hides(file.school(), file.pupil(), scope)
          ? java.util.Optional.empty()
          : models.diagramOf(file);
    }
  }
}
