package uk.attendance.worklist;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.account.AccountId;
import uk.attendance.account.Role;
import uk.attendance.casefile.TaskId;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/** Pupils with open tasks, written as the engine's listener writes them. */
public final class SomeTasks {

  private static final OffsetDateTime OPENED = OffsetDateTime.parse("2025-11-03T09:26:00Z");

  private final JdbcClient jdbc;
  private final SchoolId school;

  public SomeTasks(JdbcClient jdbc, SchoolId school) {
    this.jdbc = jdbc;
    this.school = school;
  }

  public ClassId newClass(String name) {
    jdbc.sql("insert into school_class (school_id, name) values (:school, :name)")
        .param("school", school.value())
        .param("name", name)
        .update();
    return new ClassId(newest("school_class"));
  }

  /** A pupil with one open case. */
  public Child newChild(String firstName, String lastName, @Nullable ClassId in) {
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group,
              class_id, entry_date)
            values (:school, :no, :first, :last, date '2016-01-01', '4', :class, date '2020-09-01')
            """)
        .param("school", school.value())
        .param("no", UUID.randomUUID().toString().substring(0, 18))
        .param("first", firstName)
        .param("last", lastName)
        .param("class", in == null ? null : in.value(), java.sql.Types.BIGINT)
        .update();
    return caseOf(newest("pupil"), in);
  }

  /** A case for a pupil who is there already. */
  public Child childOf(String admissionNo) {
    return caseOf(pupil(admissionNo), null);
  }

  public long pupil(String admissionNo) {
    return jdbc.sql("select id from pupil where school_id = :school and admission_no = :no")
        .param("school", school.value())
        .param("no", admissionNo)
        .query(Long.class)
        .single();
  }

  private Child caseOf(long pupil, @Nullable ClassId in) {
    String key = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into case_file (process, cause, business_key, open_key, school_id, pupil_id,
              policy_pack, policy_version, started_on, opened_at, instance_id, head)
            values ('first-day-contact', 'unexplained', :key, :key, :school, :pupil, 'national',
              '2024-08.3+2024-08.3', date '2025-11-03', :opened, :key, 'x')
            """)
        .param("key", key)
        .param("school", school.value())
        .param("pupil", pupil)
        .param("opened", OPENED)
        .update();
    return new Child(pupil, newest("case_file"), in);
  }

  /** A pupil and the case that asks. */
  public record Child(long pupil, long caseId, @Nullable ClassId in) {}

  public TaskId open(Child child, String task, Role role, String dueOn) {
    return open(UUID.randomUUID().toString(), child, task, role, dueOn);
  }

  public TaskId open(String id, Child child, String task, Role role, String dueOn) {
    jdbc.sql(
            """
            insert into worklist (task_id, case_id, school_id, pupil_id, class_id, task, role, due_at,
              due_on, opened_at, why)
            values (:id, :case, :school, :pupil, :class, :task, :role, :dueAt, :dueOn, :opened, :why)
            """)
        .param("id", id)
        .param("case", child.caseId())
        .param("school", school.value())
        .param("pupil", child.pupil())
        .param("class", child.in() == null ? null : child.in().value(), java.sql.Types.BIGINT)
        .param("task", task)
        .param("role", role.key())
        .param("dueAt", OffsetDateTime.parse(dueOn + "T16:00:00Z"))
        .param("dueOn", LocalDate.parse(dueOn))
        .param("opened", OPENED)
        .param(
            "why",
            "{\"rule\":\"NF-F1\",\"words\":\"Parents are rung on the first day\",\"days\":[\"2025-11-03\"]}")
        .update();
    return new TaskId(id);
  }

  public void hold(TaskId task) {
    jdbc.sql("update worklist set on_hold = true where task_id = :id")
        .param("id", task.value())
        .update();
  }

  public void claimedBy(TaskId task, AccountId person) {
    jdbc.sql("update worklist set assignee = :person, revision = revision + 1 where task_id = :id")
        .param("person", person.value())
        .param("id", task.value())
        .update();
  }

  /** Answered by a colleague. */
  public void done(TaskId task, Child child, String by) {
    jdbc.sql("delete from worklist where task_id = :id").param("id", task.value()).update();
    jdbc.sql(
            """
            insert into task_submission (task_id, case_id, school_id, pupil_id, task, role, form_hash,
              form, answers, outcome, submitted_name, submitted_title, submitted_at)
            values (:id, :case, :school, :pupil, 'telephone-parents', 'office', 'x', '[]', '{}', 'no-answer',
              :by, 'Clerk', :at)
            """)
        .param("id", task.value())
        .param("case", child.caseId())
        .param("school", school.value())
        .param("pupil", child.pupil())
        .param("by", by)
        .param("at", OPENED)
        .update();
  }

  private long newest(String table) {
    return jdbc.sql("select max(id) from " + table + " where school_id = :school")
        .param("school", school.value())
        .query(Long.class)
        .single();
  }
}
