package uk.attendance.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.attendance.WholeProgram;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.Scopes;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/** A case of the example process at a new school, its one task open, and people who could do it. */
public final class ExampleCall {

  final WholeProgram program;
  final SchoolId school;
  final PupilId pupil;
  final CaseId caseId;

  ExampleCall(WholeProgram program) {
    this.program = program;
    school = program.newSchool();
    pupil = program.newPupil(school);
    caseId = open(program.bean(RunningCases.class), program.bean(PolicyPacks.class), school, pupil);
  }

  /** Opens such a case in any running program. */
  public static CaseId open(
      RunningCases running, PolicyPacks packs, SchoolId school, PupilId pupil) {
    return running
        .open(
            new Opening(
                "example-call",
                "unexplained",
                school,
                pupil,
                packs.pack("national").version(),
                LocalDate.parse("2025-11-03"),
                Map.of(
                    "everyComponentWhy",
                    WhyJson.write(
                        Why.of(new RuleId("NF-F1"), "Parents are rung on the first day"))),
                Why.of(new RuleId("NF-F1"), "Parents are rung on the first day")),
            Actor.PROGRAM)
        .orElseThrow();
  }

  TaskId task() {
    List<OpenTask> open = program.bean(OpenTasks.class).of(caseId);
    return open.get(0).id();
  }

  Someone someone(String name, Role role) {
    return someone(name, role, school);
  }

  Someone someone(String name, Role role, SchoolId at) {
    Accounts accounts = program.bean(Accounts.class);
    AccountId id = accounts.create(UUID.randomUUID() + "@example.org", name, "Clerk", false);
    accounts.grant(id, role, at);
    return new Someone(new SignedIn(id, name, "Clerk"), program.bean(Scopes.class).of(id));
  }

  /** A person and what they may see. */
  record Someone(SignedIn person, Scope scope) {

    Actor actor() {
      return Actor.of(person);
    }
  }
}
