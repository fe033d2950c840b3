package uk.attendance.letter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.school.OneLook;
import uk.attendance.school.SchoolId;

/** What each school's letters say about the school. */
@Component
public class Letterheads {

  private final JdbcClient jdbc;

  public Letterheads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty where the school has named nothing yet. */
  public Letterhead of(SchoolId school) {
    return OneLook.once(new OfSchool(school), () -> read(school));
  }

  private Letterhead read(SchoolId school) {
    return jdbc.sql("select * from letterhead where school_id = :school")
        .param("school", school.value())
        .query(
            (row, n) ->
                new Letterhead(
                    row.getString("telephone"),
                    row.getString("email"),
                    row.getString("address").lines().filter(line -> !line.isBlank()).toList(),
                    row.getString("authority_email")))
        .optional()
        .orElse(Letterhead.EMPTY);
  }

  private record OfSchool(SchoolId id) {}

  public void save(SchoolId school, Letterhead head) {
    OneLook.forget(new OfSchool(school));
    jdbc.sql(
            """
            merge into letterhead t
            using (values (
              cast(:school as varchar(40)), cast(:telephone as varchar(40)),
              cast(:email as varchar(254)), cast(:address as varchar(500)),
              cast(:authority as varchar(254))))
              s (school_id, telephone, email, address, authority_email)
            on (t.school_id = s.school_id)
            when matched then update set telephone = s.telephone, email = s.email,
              address = s.address, authority_email = s.authority_email
            when not matched then insert (school_id, telephone, email, address, authority_email)
              values (s.school_id, s.telephone, s.email, s.address, s.authority_email)
            """)
        .param("school", school.value())
        .param("telephone", head.telephone())
        .param("email", head.email())
        .param("address", String.join("\n", head.address()))
        .param("authority", head.authorityEmail())
        .update();
  }
}
