package uk.attendance.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.attendance.WholeProgram;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.DueWork;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;
import uk.attendance.worklist.SubmittingTasks;

/** A school on the whole program whose families ask for leave. */
final class SomeLeave {

  static final Actor HEAD = new Actor(null, "Alex Head", "Headteacher");
  static final Actor OFFICE = new Actor(null, "Pat Clerk", "School office");

  final WholeProgram program;
  final SchoolId school;

  SomeLeave(WholeProgram program, String pack) {
    this.program = program;
    this.school = program.newSchool(pack);
    program.at("2025-11-03T09:30:00Z");
  }

  PupilId pupil() {
    return program.newPupil(school);
  }

  LeaveRequests requests() {
    return program.bean(LeaveRequests.class);
  }

  /** A parent with whom the pupil lives. */
  ContactId mother(PupilId... pupils) {
    String id = "M" + pupils[0].value();
    program
        .jdbc()
        .sql(
            """
            insert into contact (school_id, contact_id, first_name, last_name, email)
            values (:school, :id, 'Sam', 'Example', 'sam@example.org')
            """)
        .param("school", school.value())
        .param("id", id)
        .update();
    long key =
        program
            .jdbc()
            .sql("select id from contact where school_id = :school and contact_id = :id")
            .param("school", school.value())
            .param("id", id)
            .query(Long.class)
            .single();
    for (PupilId pupil : pupils) {
      program
          .jdbc()
          .sql(
              "insert into pupil_contact values (:pupil, :contact, 'mother', 1, true, true, false)")
          .param("pupil", pupil.value())
          .param("contact", key)
          .update();
    }
    return new ContactId(key);
  }

  NewRequest asks(@Nullable ContactId applicant, String from, String to, PupilId... children) {
    return new NewRequest(
        school,
        List.of(children),
        LocalDate.parse(from),
        LocalDate.parse(to),
        Ground.EXCEPTIONAL,
        "A wedding in the family abroad",
        applicant,
        applicant == null ? "Jo Other" : null,
        "aunt",
        SchoolCalendar.dayOf(program.bean(Clock.class).instant()),
        Way.PAPER,
        List.of(),
        UUID.randomUUID().toString());
  }

  List<RequestId> request(NewRequest request) {
    return program.bean(RequestingLeave.class).request(request, OFFICE);
  }

  LeaveRequest get(RequestId id) {
    return requests().find(id, Scope.ofTheSystem(school)).orElseThrow();
  }

  CaseFile file(RequestId id) {
    return program.bean(CaseFiles.class).get(get(id).caseId());
  }

  /** Keys of the open tasks of the request's case, in order. */
  List<String> tasks(RequestId id) {
    return program.bean(OpenTasks.class).of(get(id).caseId()).stream()
        .map(OpenTask::task)
        .sorted()
        .toList();
  }

  OpenTask task(RequestId id, String key) {
    return program.bean(OpenTasks.class).of(get(id).caseId()).stream()
        .filter(task -> task.task().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not open; open are " + tasks(id)));
  }

  void answer(RequestId id, String task, Map<String, ?> answers) {
    program
        .bean(SubmittingTasks.class)
        .submit(task(id, task).id(), answers, HEAD, Scope.ofTheSystem(school));
  }

  SomeLeave at(String time) {
    program.at(time + ":00Z");
    program.bean(DueWork.class).run(program.bean(Clock.class).instant());
    return this;
  }
}
