package uk.attendance.register;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.school.SchoolId;

/** The spelling of every school's own system. */
@Repository
public class Spellings {

  private final JdbcClient jdbc;

  Spellings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Spelling of(SchoolId school) {
    return new Spelling(
        pairs("select ours, theirs from register_column where school_id = :school", school),
        pairs("select theirs, ours from register_code where school_id = :school", school));
  }

  /** Replaces what was saved for the school. */
  @Transactional
  public void save(SchoolId school, Spelling spelling) {
    jdbc.sql("delete from register_column where school_id = :school")
        .param("school", school.value())
        .update();
    jdbc.sql("delete from register_code where school_id = :school")
        .param("school", school.value())
        .update();
    spelling
        .columns()
        .forEach(
            (ours, theirs) ->
                insert(
                    "insert into register_column (school_id, ours, theirs)", school, ours, theirs));
    spelling
        .codes()
        .forEach(
            (theirs, ours) ->
                insert(
                    "insert into register_code (school_id, theirs, ours)",
                    school,
                    theirs.toUpperCase(Locale.ROOT),
                    ours));
  }

  private void insert(String into, SchoolId school, String one, String other) {
    jdbc.sql(into + " values (:school, :one, :other)")
        .param("school", school.value())
        .param("one", one)
        .param("other", other)
        .update();
  }

  private Map<String, String> pairs(String select, SchoolId school) {
    Map<String, String> pairs = new HashMap<>();
    jdbc.sql(select)
        .param("school", school.value())
        .query(
            row -> {
              pairs.put(row.getString(1), row.getString(2));
            });
    return pairs;
  }
}
