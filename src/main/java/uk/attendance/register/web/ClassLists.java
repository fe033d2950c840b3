package uk.attendance.register.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.CodeClass;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RegisterCode;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.register.Classes;
import uk.attendance.register.Figures;
import uk.attendance.register.KeptFigures;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.register.Standing;
import uk.attendance.school.Session;

/** A class on one day: who is absent, then everybody with marks and figures. */
@Component
class ClassLists {

  private final Pupils pupils;
  private final Marks marks;
  private final KeptFigures kept;
  private final SchoolRules rules;

  ClassLists(Pupils pupils, Marks marks, KeptFigures kept, SchoolRules rules) {
    this.pupils = pupils;
    this.marks = marks;
    this.kept = kept;
    this.rules = rules;
  }

  /**
   * @param absent everybody with an absence that day; they stand in all too
   */
  record ClassList(List<Row> absent, List<Row> all, int unmarked) {}

  /**
   * @param am a code and what it means, or "not marked"
   */
  record Row(
      long id,
      String name,
      Cell am,
      Cell pm,
      boolean absent,
      String attendance,
      String missed,
      Standing standing) {}

  record Cell(String code, String meaning, String style) {}

  ClassList of(Classes.SchoolClass schoolClass, LocalDate day, Scope scope) {
    PolicyPack pack = rules.pack(schoolClass.school());
    List<Pupil> members = pupils.ofClass(schoolClass.id(), day, scope);
    Map<PupilId, Map<Session, Mark>> byPupil = new HashMap<>();
    for (Mark mark : marks.on(day, schoolClass.id(), scope)) {
      byPupil.computeIfAbsent(mark.pupil(), id -> new HashMap<>()).put(mark.session(), mark);
    }
    Map<PupilId, Figures> figures =
        rules
            .currentYear(schoolClass.school())
            .map(year -> kept.of(members.stream().map(Pupil::id).toList(), year, scope))
            .orElse(Map.of());
    List<Row> all = new ArrayList<>();
    for (Pupil pupil : members) {
      all.add(
          row(pupil, byPupil.getOrDefault(pupil.id(), Map.of()), figures.get(pupil.id()), pack));
    }
    return new ClassList(
        all.stream().filter(Row::absent).toList(), all, members.size() - byPupil.size());
  }

  private static Row row(
      Pupil pupil, Map<Session, Mark> day, @Nullable Figures figures, PolicyPack pack) {
    return new Row(
        pupil.id().value(),
        pupil.name(),
        cell(day.get(Session.AM), pack),
        cell(day.get(Session.PM), pack),
        day.values().stream().anyMatch(mark -> isAbsence(mark, pack)),
        figures == null ? "–" : FiguresShown.attendance(figures, pack),
        figures == null ? "–" : "%d of %d".formatted(figures.absent(), figures.possible()),
        figures == null ? Standing.NO_FIGURE : Standing.of(figures, pack.figureLines()));
  }

  private static boolean isAbsence(Mark mark, PolicyPack pack) {
    return pack.codes()
        .find(mark.code(), mark.day())
        .map(RegisterCode::codeClass)
        .filter(CodeClass::isAbsence)
        .isPresent();
  }

  private static Cell cell(@Nullable Mark mark, PolicyPack pack) {
    if (mark == null) {
      return new Cell("", "not marked", "to-come");
    }
    return pack.codes()
        .find(mark.code(), mark.day())
        .map(
            code ->
                new Cell(
                    mark.code(),
                    code.is(CodeKind.PRESENT) ? "present" : code.meaning(),
                    DrawingYears.style(code)))
        .orElse(new Cell(mark.code(), "", "missing"));
  }
}
