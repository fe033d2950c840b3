package uk.attendance.fault;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.TaskId;
import uk.attendance.notify.NotifySchools;
import uk.attendance.notify.NotifySettings;
import uk.attendance.notify.NotifyStandIn;
import uk.attendance.register.Author;
import uk.attendance.register.ImportState;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.RegisterImport;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.SubmittingTasks;

/**
 * A school of Dothill's policy in which every pupil is absent without a word: half of the mothers
 * read texts, half of them mails. Whatever it is asked to do may be asked again, as a person would
 * who was told of a failure.
 */
final class StorySchool {

  private static final Actor CLERK = new Actor(null, "Pat Clerk", "School secretary");

  private final ApplicationContext program;
  private final JdbcClient jdbc;

  StorySchool(ApplicationContext program) {
    this.program = program;
    this.jdbc = program.getBean(JdbcClient.class);
  }

  void found(String id, int pupils) {
    if (count("select count(*) from school where id = :school", id) > 0) {
      return;
    }
    program
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              school(id);
              for (int n = 1; n <= pupils; n++) {
                pupil(id, n);
              }
            });
  }

  private void school(String id) {
    jdbc.sql(
            """
            insert into school (id, name, pack, local_authority)
            values (:id, 'Example School', 'dothill', 'Exampleshire')
            """)
        .param("id", id)
        .update();
    jdbc.sql(
            """
            insert into letterhead (school_id, telephone, email, address)
            values (:id, '01632 960001', :email, '1 School Lane')
            """)
        .param("id", id)
        .param("email", "office@" + id + ".example.org")
        .update();
    program
        .getBean(NotifySchools.class)
        .save(
            new SchoolId(id),
            program.getBean(NotifySettings.class).addresses().get(0),
            NotifyStandIn.KEY,
            NotifyStandIn.TEMPLATE,
            null,
            false);
    program
        .getBean(ChangingCalendar.class)
        .setUp(
            new SchoolId(id),
            new CalendarPlan(
                List.of(
                    Period.term("Autumn term", day("2025-09-01"), day("2025-12-19")),
                    Period.halfTerm("Autumn 1", day("2025-09-01"), day("2025-10-24")),
                    Period.halfTerm("Autumn 2", day("2025-11-03"), day("2025-12-19")),
                    Period.term("Spring term", day("2026-01-05"), day("2026-03-27"))),
                List.of()),
            "Sam Example");
  }

  private void pupil(String school, int n) {
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            values (:school, :no, 'Robin', 'Example', date '2015-05-01', '5', date '2024-09-02')
            """)
        .param("school", school)
        .param("no", Integer.toString(n))
        .update();
    jdbc.sql(
            """
            insert into contact (school_id, contact_id, first_name, last_name, mobile, email)
            values (:school, :id, 'Sam', 'Example', :mobile, :email)
            """)
        .param("school", school)
        .param("id", "M" + n)
        .param("mobile", n % 2 == 0 ? "077009%05d".formatted(n) : null, java.sql.Types.VARCHAR)
        .param("email", "m%d@%s.example.org".formatted(n, school))
        .update();
    jdbc.sql(
            """
            insert into pupil_contact
            select p.id, c.id, 'mother', 1, true, true, false from pupil p, contact c
            where p.school_id = :school and c.school_id = :school
              and p.admission_no = :no and c.contact_id = :contact
            """)
        .param("school", school)
        .param("no", Integer.toString(n))
        .param("contact", "M" + n)
        .update();
  }

  /** The file of the morning: nobody is in. */
  void morning(String school, LocalDate day) {
    StringBuilder csv = new StringBuilder("admission_no,date,session,code\n");
    pupils(school).forEach(no -> csv.append("%s,%s,AM,N\n".formatted(no, day)));
    bringIn(school, csv);
  }

  /** The file of the afternoon: the first was ill, the second is back, nobody else. */
  void afternoon(String school, LocalDate day) {
    StringBuilder csv = new StringBuilder("admission_no,date,session,code\n");
    for (String no : pupils(school)) {
      csv.append("%s,%s,AM,%s\n".formatted(no, day, no.equals("1") ? "I" : "N"));
      csv.append(
          "%s,%s,PM,%s\n".formatted(no, day, no.equals("1") ? "I" : no.equals("2") ? "\\" : "N"));
    }
    bringIn(school, csv);
  }

  private void bringIn(String school, StringBuilder csv) {
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    RegisterImport file =
        program
            .getBean(ImportingMarks.class)
            .bringIn(
                new SchoolId(school),
                "attendance.csv",
                () -> new ByteArrayInputStream(bytes),
                program.getBean(Clock.class).instant(),
                new Author("Office", "School office"),
                true);
    if (file.state() == ImportState.REFUSED || file.state() == ImportState.STOPPED) {
      throw new IllegalStateException("file %s: %s".formatted(file.state(), file.sentence()));
    }
  }

  /** The office rings everybody: every third mother gives a reason, the others do not answer. */
  void calls(String school) {
    for (String[] call :
        jdbc.sql(
                """
                select w.task_id, p.admission_no from worklist w join pupil p on p.id = w.pupil_id
                where w.school_id = :school and w.task = 'telephone-parents' order by p.id
                """)
            .param("school", school)
            .query(
                (row, n) -> new String[] {row.getString("task_id"), row.getString("admission_no")})
            .list()) {
      boolean answers = Integer.parseInt(call[1]) % 3 == 0;
      program
          .getBean(SubmittingTasks.class)
          .submit(
              new TaskId(call[0]),
              answers
                  ? Map.of("outcome", "reason-given", "reason", "illness", "spokeTo", "M" + call[1])
                  : Map.of("outcome", "no-answer"),
              CLERK,
              Scope.ofTheSystem(new SchoolId(school)));
    }
  }

  /** What is still to be done without a person, in words; nothing once it has come to rest. */
  List<String> busy(String school) {
    List<String> busy = new ArrayList<>();
    Timestamp now = Timestamp.from(program.getBean(Clock.class).instant());
    add(
        busy,
        "files",
        "select count(*) from register_import where school_id = :school and state in ('RECEIVED', 'CONFIRMED')",
        school);
    add(busy, "pupils", "select count(*) from register_close where school_id = :school", school);
    add(
        busy,
        "being sent",
        "select count(*) from message where school_id = :school and state = 'SENDING'",
        school);
    long due =
        jdbc.sql(
                """
                select count(*) from message
                where school_id = :school and state = 'WAITING'
                  and (send_after <= :now or attempts > 0)
                """)
            .param("school", school)
            .param("now", now)
            .query(Long.class)
            .single();
    long jobs =
        jdbc.sql(
                "select count(*) from ACT_RU_JOB where RETRIES_ > 0 and (DUEDATE_ is null or DUEDATE_ <= :now)")
            .param("now", now)
            .query(Long.class)
            .single();
    if (due > 0) {
      busy.add(due + " messages due");
    }
    if (jobs > 0) {
      busy.add(jobs + " jobs due");
    }
    return busy;
  }

  private void add(List<String> busy, String what, String sql, String school) {
    long count = count(sql, school);
    if (count > 0) {
      busy.add(count + " " + what);
    }
  }

  /** Everything that counts, in words that are the same for every school and every run. */
  List<String> dump(String school) {
    List<String> lines = new ArrayList<>();
    for (String sql :
        List.of(
            """
            select 'case of ' || p.admission_no || ': ' || c.process || ' ' || c.cause || ' '
              || coalesce(c.outcome, 'open')
            from case_file c join pupil p on p.id = c.pupil_id where c.school_id = :school
            """,
            """
            select 'task of ' || p.admission_no || ': ' || w.task || ' ' || w.role
            from worklist w join pupil p on p.id = w.pupil_id where w.school_id = :school
            """,
            """
            select 'answer about ' || p.admission_no || ': ' || s.task || ' ' || s.outcome
            from task_submission s join pupil p on p.id = s.pupil_id where s.school_id = :school
            """,
            """
            select 'message about ' || p.admission_no || ': ' || m.letter || ' ' || coalesce(m.channel, '-')
              || ' ' || m.state || coalesce(' ' || m.reason, '')
            from message m join message_pupil mp on mp.message_id = m.id
            join pupil p on p.id = mp.pupil_id where m.school_id = :school
            """,
            """
            select 'mark of ' || p.admission_no || ': ' || m.session || ' ' || m.code
            from mark m join pupil p on p.id = m.pupil_id where m.school_id = :school
            """,
            """
            select 'amendment of ' || p.admission_no || ': ' || a.session || ' ' || a.original || ' to ' || a.amended
            from amendment a join pupil p on p.id = a.pupil_id where a.school_id = :school
            """,
            """
            select 'timeline of ' || p.admission_no || ': ' || e.kind || ' ' || coalesce(e.element, '') || ' ' || count(*)
            from case_entry e join case_file c on c.id = e.case_id join pupil p on p.id = c.pupil_id
            where c.school_id = :school and c.process <> 'undelivered-letter'
              and e.kind not in ('LETTER', 'UNHEARD')
            group by p.admission_no, e.kind, e.element
            """)) {
      lines.addAll(jdbc.sql(sql).param("school", school).query(String.class).list());
    }
    return lines.stream().sorted().toList();
  }

  /** Each message: its name at the carrier, its channel, its state and whether it arrived. */
  List<String> messages(String school) {
    return jdbc.sql(
            """
            select mail_id || ' ' || coalesce(channel, '-') || ' ' || state || ' ' || letter
              || case when delivered_at is null then '' else ' arrived' end
            from message
            where school_id = :school order by id
            """)
        .param("school", school)
        .query(String.class)
        .list();
  }

  private List<String> pupils(String school) {
    return jdbc.sql("select admission_no from pupil where school_id = :school order by id")
        .param("school", school)
        .query(String.class)
        .list();
  }

  private long count(String sql, String school) {
    return jdbc.sql(sql).param("school", school).query(Long.class).single();
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
