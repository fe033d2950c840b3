package uk.attendance.register.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.web.PupilPart;
import uk.attendance.register.Amendments;
import uk.attendance.register.Figures;
import uk.attendance.register.KeptFigures;
import uk.attendance.register.RunKind;
import uk.attendance.register.Standing;

/** Attendance and changes to the register, at the head of a pupil's pages. */
@Component
@Order(1)
class AttendancePart implements PupilPart {

  private final KeptFigures kept;
  private final Amendments amendments;
  private final SchoolRules rules;

  AttendancePart(KeptFigures kept, Amendments amendments, SchoolRules rules) {
    this.kept = kept;
    this.amendments = amendments;
    this.rules = rules;
  }

  @Override
  public List<Tab> tabs(Pupil pupil, Scope scope) {
    return List.of(
        new Tab(10, "Attendance", ""),
        new Tab(
            90,
            "Changes to the register (%d)".formatted(amendments.of(pupil.id(), scope).size()),
            "/changes"));
  }

  @Override
  public List<Badge> badges(Pupil pupil, Scope scope) {
    List<Badge> badges = new ArrayList<>();
    if (!rules.pack(pupil.school()).compulsorySchoolAge().holds(pupil.dob(), rules.today())) {
      badges.add(new Badge("not of compulsory school age", Tone.PLAIN));
    }
    rules
        .currentYear(pupil.school())
        .flatMap(year -> kept.of(pupil.id(), year, scope))
        .ifPresent(figures -> add(badges, pupil, figures));
    return badges;
  }

  private void add(List<Badge> badges, Pupil pupil, Figures figures) {
    Standing standing = Standing.of(figures, rules.pack(pupil.school()).figureLines());
    switch (standing) {
      case SEVERE -> badges.add(new Badge("severely absent", Tone.BAD));
      case PERSISTENT -> badges.add(new Badge("persistently absent", Tone.BAD));
      case AT_RISK -> badges.add(new Badge("at risk of persistent absence", Tone.WARN));
      case FINE, NO_FIGURE -> {}
    }
    int unexplained = figures.run(RunKind.UNEXPLAINED).days();
    if (unexplained > 0) {
      badges.add(new Badge("unexplained, day " + unexplained, Tone.BAD));
    }
  }
}
