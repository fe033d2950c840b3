package uk.attendance.casefile.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import uk.attendance.StandingClock;
import uk.attendance.WholeProgram;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseDeadline;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.DueWork;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Timeline;
import uk.attendance.casefile.Why;
import uk.attendance.policy.PackVersion;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;

/**
 * A school with a pupil on the whole program, and the process of {@code models/talking.bpmn}: it is
 * 09:30 on Monday 3 November 2025, and a talk is due in the pack's three school days.
 */
final class Talk {

  static final Actor LEAD = new Actor(null, "Jo Guard", "Safeguarding lead");

  final WholeProgram program;
  final SchoolId school;
  PupilId pupil;

  Talk(WholeProgram program) {
    this.program = program;
    program.at(StandingClock.START);
    school = program.newSchool();
    pupil = program.newPupil(school);
    program
        .bean(RepositoryService.class)
        .createDeployment()
        .name("talking")
        .enableDuplicateFiltering(true)
        .addClasspathResource("models/talking.bpmn")
        .deploy();
  }

  RunningCases running() {
    return program.bean(RunningCases.class);
  }

  CaseId open() {
    return running().open(opening(), LEAD).orElseThrow();
  }

  Opening opening() {
    PackVersion pack = program.bean(PolicyPacks.class).pack("national").version();
    Deadlines deadlines = program.bean(Deadlines.class);
    return new Opening(
        "talking",
        "unexplained",
        school,
        pupil,
        pack,
        LocalDate.parse("2025-11-03"),
        Map.of(
            "talkWithParentsDue",
            Date.from(deadlines.due(school, pack, "talk-with-parents", null).at())),
        Why.of(new RuleId("NF-C2"), "A talk was asked for"));
  }

  CaseFile file(CaseId id) {
    return program.bean(CaseFiles.class).get(id);
  }

  /** The open tasks of a key. */
  List<OpenTask> tasks(CaseId id, String key) {
    return program.bean(OpenTasks.class).of(id).stream()
        .filter(task -> task.task().equals(key))
        .toList();
  }

  OpenTask task(CaseId id) {
    return tasks(id, "talk-with-parents").get(0);
  }

  CaseDeadline deadline(CaseId id) {
    return program.bean(Deadlines.class).of(id).get(0);
  }

  List<Entry> timeline(CaseId id) {
    return program.bean(Timeline.class).of(id);
  }

  boolean hasEscalated(CaseId id) {
    return timeline(id).stream().anyMatch(entry -> "lead-told".equals(entry.element()));
  }

  void runUpTo(String instant) {
    program.at(instant);
    program.bean(DueWork.class).run(Instant.parse(instant));
  }
}
