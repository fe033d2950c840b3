package uk.attendance.firstday;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import uk.attendance.WholeProgram;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.DueWork;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Author;
import uk.attendance.register.ImportState;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.register.RegisterImport;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;
import uk.attendance.worklist.SubmittingTasks;

/** A school on the whole program whose register comes in morning by morning. */
final class SomeMornings {

  static final Actor CLERK = new Actor(null, "Pat Clerk", "School secretary");
  private static final AtomicInteger FILES = new AtomicInteger();

  final WholeProgram program;
  final SchoolId school;

  SomeMornings(WholeProgram program, String pack) {
    this.program = program;
    this.school = program.newSchool(pack);
  }

  PupilId pupil() {
    return program.newPupil(school);
  }

  SomeMornings at(String time) {
    program.at(time + ":00Z");
    program.bean(DueWork.class).run(program.bean(Clock.class).instant());
    return this;
  }

  /** A file of marks, each {@code 2025-11-03 AM N}, and the close of its register. */
  void marks(PupilId pupil, String... marks) {
    bringIn(pupil, marks);
    workOff();
  }

  void bringIn(PupilId pupil, String... marks) {
    StringBuilder csv = new StringBuilder("admission_no,date,session,code,file\n");
    for (String mark : marks) {
      String[] words = mark.split(" ");
      csv.append(String.join(",", admissionNo(pupil), words[0], words[1], words[2]))
          .append(",")
          .append(FILES.incrementAndGet())
          .append("\n");
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    RegisterImport file =
        program
            .bean(ImportingMarks.class)
            .bringIn(
                school,
                "attendance.csv",
                () -> new ByteArrayInputStream(bytes),
                program.bean(Clock.class).instant(),
                new Author("Office", "School office"),
                true);
    if (file.state() != ImportState.APPLIED) {
      throw new AssertionError("file " + file.state() + ": " + file.sentence());
    }
  }

  void workOff() {
    program.bean(EvaluatingRegisterClose.class).workOff(school);
  }

  /** The newest case about an absence without a reason. */
  Optional<CaseFile> newest(PupilId pupil) {
    return program.bean(CaseFiles.class).of(pupil, Scope.ofTheSystem(school)).stream()
        .filter(file -> file.cause().equals(FirstDay.UNEXPLAINED))
        .findFirst();
  }

  CaseFile open(PupilId pupil) {
    return newest(pupil).filter(CaseFile::isOpen).orElseThrow();
  }

  /** {@code open}, the end it came to, or {@code none}. */
  String state(PupilId pupil) {
    return newest(pupil)
        .map(file -> file.isOpen() ? "open" : String.valueOf(file.outcome()))
        .orElse("none");
  }

  /** Keys of the open tasks about the pupil's absence, in order. */
  List<String> tasks(PupilId pupil) {
    return program.bean(CaseFiles.class).openOf(pupil).stream()
        .filter(file -> !file.process().equals("undelivered-letter"))
        .flatMap(file -> program.bean(OpenTasks.class).of(file.id()).stream())
        .map(OpenTask::task)
        .sorted()
        .toList();
  }

  OpenTask task(PupilId pupil, String key) {
    return program.bean(OpenTasks.class).of(key, pupil).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not open; open are " + tasks(pupil)));
  }

  void answer(PupilId pupil, String task, Map<String, ?> answers) {
    program
        .bean(SubmittingTasks.class)
        .submit(task(pupil, task).id(), answers, CLERK, Scope.ofTheSystem(school));
  }

  void answer(PupilId pupil, String task, String outcome) {
    answer(pupil, task, Map.of("outcome", outcome));
  }

  void takeBack(TaskId task) {
    program.bean(SubmittingTasks.class).undo(task, CLERK, Scope.ofTheSystem(school));
  }

  void explain(PupilId pupil, String reason, String backOn) {
    program
        .bean(Explaining.class)
        .explain(
            pupil,
            school,
            reason,
            "as told",
            backOn.isEmpty() ? null : LocalDate.parse(backOn),
            "the mother",
            SchoolCalendar.dayOf(program.bean(Clock.class).instant()),
            CLERK);
  }

  String mark(PupilId pupil, String day, String session) {
    return program
        .bean(Marks.class)
        .of(pupil, LocalDate.parse(day), Session.valueOf(session), Scope.ofTheSystem(school))
        .map(Mark::code)
        .orElse("-");
  }

  /** What stands in the records of a pupil's cases. */
  List<String> record(PupilId pupil) {
    return program
        .jdbc()
        .sql(
            """
            select e.words from case_entry e join case_file c on c.id = e.case_id
            where c.pupil_id = :pupil order by e.case_id, e.position
            """)
        .param("pupil", pupil.value())
        .query(String.class)
        .list();
  }

  void flag(PupilId pupil, String column) {
    program
        .jdbc()
        .sql("update pupil set " + column + " = true where id = :id")
        .param("id", pupil.value())
        .update();
  }

  String contact(PupilId pupil) {
    program
        .jdbc()
        .sql(
            """
            insert into contact (school_id, contact_id, first_name, last_name, mobile)
            values (:school, :id, 'Sam', 'Example', '07700900111')
            """)
        .param("school", school.value())
        .param("id", "M" + pupil.value())
        .update();
    long id =
        program
            .jdbc()
            .sql("select id from contact where school_id = :school and contact_id = :id")
            .param("school", school.value())
            .param("id", "M" + pupil.value())
            .query(Long.class)
            .single();
    program
        .jdbc()
        .sql("insert into pupil_contact values (:pupil, :contact, 'Mother', 1, true, true, false)")
        .param("pupil", pupil.value())
        .param("contact", id)
        .update();
    return "M" + pupil.value();
  }

  CaseFile file(CaseId id) {
    return program.bean(CaseFiles.class).get(id);
  }

  private String admissionNo(PupilId pupil) {
    return program
        .jdbc()
        .sql("select admission_no from pupil where id = :id")
        .param("id", pupil.value())
        .query(String.class)
        .single();
  }
}
