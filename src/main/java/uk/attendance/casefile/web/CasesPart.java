package uk.attendance.casefile.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Holds;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.web.PupilPart;

/** The tab with a pupil's cases, and the badge that nobody may overlook while on hold. */
@Component
@Order(3)
class CasesPart implements PupilPart {

  private final CaseFiles cases;
  private final Holds holds;

  CasesPart(CaseFiles cases, Holds holds) {
    this.cases = cases;
    this.holds = holds;
  }

  @Override
  public List<Tab> tabs(Pupil pupil, Scope scope) {
    if (holds.hides(pupil.school(), pupil.id(), scope)) {
      return List.of(new Tab(30, "Cases", "/cases"));
    }
    long open = cases.of(pupil.id(), scope).stream().filter(CaseFile::isOpen).count();
    return List.of(new Tab(30, open == 0 ? "Cases" : "Cases (%d open)".formatted(open), "/cases"));
  }

  @Override
  public List<Badge> badges(Pupil pupil, Scope scope) {
    return holds.isHeld(pupil.id())
        ? List.of(new Badge("on hold: speak to the safeguarding lead", Tone.BAD))
        : List.of();
  }
}
