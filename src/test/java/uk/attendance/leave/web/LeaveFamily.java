package uk.attendance.leave.web;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.pupil.ContactId;
import uk.attendance.school.SchoolId;

/** A mother with two children at a school, and somebody whom a court order keeps away. */
record LeaveFamily(SchoolId school, long ada, long ben, ContactId mother, String email) {

  static LeaveFamily at(SchoolId school, JdbcClient jdbc) {
    String email = "grace-" + UUID.randomUUID() + "@example.org";
    long ada = pupil(school, jdbc, "A1", "Ada", 2016);
    long ben = pupil(school, jdbc, "B1", "Ben", 2018);
    jdbc.sql(
            """
            insert into letterhead (school_id, telephone, email, address)
            values (:school, '01632 960001', 'office@example.sch.uk', '1 School Lane')
            """)
        .param("school", school.value())
        .update();
    long mother = contact(school, jdbc, "M1", "Grace", email, "07700 900141");
    long father = contact(school, jdbc, "F1", "Rob", "rob-" + email, "07700 900142");
    for (long child : new long[] {ada, ben}) {
      jdbc.sql("insert into pupil_contact values (:p, :c, 'mother', 1, true, true, false)")
          .param("p", child)
          .param("c", mother)
          .update();
    }
    jdbc.sql("insert into pupil_contact values (:p, :c, 'father', 2, true, false, true)")
        .param("p", ada)
        .param("c", father)
        .update();
    return new LeaveFamily(school, ada, ben, new ContactId(mother), email);
  }

  private static long pupil(SchoolId school, JdbcClient jdbc, String no, String name, int born) {
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group,
              entry_date, family)
            values (:school, :no, :name, 'Okafor', :dob, '4', date '2020-09-01', 'F1')
            """)
        .param("school", school.value())
        .param("no", no)
        .param("name", name)
        .param("dob", java.time.LocalDate.of(born, 1, 1))
        .update();
    return jdbc.sql("select id from pupil where school_id = :school and admission_no = :no")
        .param("school", school.value())
        .param("no", no)
        .query(Long.class)
        .single();
  }

  private static long contact(
      SchoolId school, JdbcClient jdbc, String id, String name, String email, String mobile) {
    jdbc.sql(
            """
            insert into contact (school_id, contact_id, title, first_name, last_name, email, mobile)
            values (:school, :id, 'Mx', :name, 'Okafor', :email, :mobile)
            """)
        .param("school", school.value())
        .param("id", id)
        .param("name", name)
        .param("email", email)
        .param("mobile", mobile)
        .update();
    return jdbc.sql("select id from contact where school_id = :school and contact_id = :id")
        .param("school", school.value())
        .param("id", id)
        .query(Long.class)
        .single();
  }
}
