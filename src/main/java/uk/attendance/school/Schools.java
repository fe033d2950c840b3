package uk.attendance.school;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All schools and the trusts they belong to. */
@Repository
public class Schools {
  private static final String SELECT =
      "select id, trust_id, name, pack, academy, local_authority, made_up from school ";

  private final JdbcClient jdbc;

  public Schools(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<School> find(SchoolId id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id.value())
        .query(Schools::school)
        .optional();
  }

  /**
   * @throws UnknownSchool when no school has this id
   */
  public School get(SchoolId id) {
    return OneLook.once(new OfSchool(id), () -> find(id).orElseThrow(() -> new UnknownSchool(id)));
  }

  /** By name. */
  public List<School> all() {
    return jdbc.sql(SELECT + "order by name, id").query(Schools::school).list();
  }

  /** By name. */
  public List<School> ofTrust(TrustId trust) {
    return jdbc.sql(SELECT + "where trust_id = :trust order by name, id")
        .param("trust", trust.value())
        .query(Schools::school)
        .list();
  }

  /** By name. */
  public List<Trust> trusts() {
    return jdbc.sql("select id, name from trust order by name, id")
        .query((row, n) -> new Trust(new TrustId(row.getString("id")), row.getString("name")))
        .list();
  }

  /**
   * From which day on a school's marks open cases. What was before counts in every figure and in an
   * absence that goes on, and opens nothing by itself. Unless it is said, it is the newest day of
   * the first register that is brought in.
   */
  public void beginCases(SchoolId school, LocalDate day) {
    jdbc.sql("update school set cases_from = :day where id = :school")
        .param("day", day)
        .param("school", school.value())
        .update();
  }

  /** Adds the trust, or changes its name. */
  public void save(Trust trust) {
    jdbc.sql(
            """
            merge into trust t
            using (values (cast(:id as varchar(40)), cast(:name as varchar(200)))) s (id, name)
            on (t.id = s.id)
            when matched then update set name = s.name
            when not matched then insert (id, name) values (s.id, s.name)
            """)
        .param("id", trust.id().value())
        .param("name", trust.name())
        .update();
  }

  /** Adds the school, or changes everything about it but its calendar. */
  public void save(School school) {
    OneLook.forget(new OfSchool(school.id()));
    TrustId trust = school.trust();
    jdbc.sql(
            """
            merge into school t
            using (values (
              cast(:id as varchar(40)), cast(:trust as varchar(40)), cast(:name as varchar(200)),
              cast(:pack as varchar(40)), cast(:academy as varchar(40)),
              cast(:authority as varchar(100)), cast(:madeUp as boolean)))
              s (id, trust_id, name, pack, academy, local_authority, made_up)
            on (t.id = s.id)
            when matched then update set
              trust_id = s.trust_id, name = s.name, pack = s.pack, academy = s.academy,
              local_authority = s.local_authority, made_up = s.made_up
            when not matched then insert
              (id, trust_id, name, pack, academy, local_authority, made_up)
              values (s.id, s.trust_id, s.name, s.pack, s.academy, s.local_authority, s.made_up)
            """)
        .param("id", school.id().value())
        .param("trust", trust == null ? null : trust.value())
        .param("name", school.name())
        .param("pack", school.pack())
        .param("academy", school.academy())
        .param("authority", school.localAuthority())
        .param("madeUp", school.madeUp())
        .update();
  }

  private record OfSchool(SchoolId id) {}

  private static School school(ResultSet row, int n) throws SQLException {
    String trust = row.getString("trust_id");
    return new School(
        new SchoolId(row.getString("id")),
        trust == null ? null : new TrustId(trust),
        row.getString("name"),
        row.getString("pack"),
        row.getString("academy"),
        row.getString("local_authority"),
        row.getBoolean("made_up"));
  }
}
