package uk.attendance.register;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.Invariant;

/** Nothing of one school stands under another. */
@Component
class NoRowUnderAnotherSchool implements Invariant {

  private final JdbcClient jdbc;

  NoRowUnderAnotherSchool(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String id() {
    return "I7";
  }

  @Override
  public String sentence() {
    return "no mark, amendment, plan or conflict of one school stands under another";
  }

  @Override
  public List<String> broken() {
    List<String> broken = new ArrayList<>();
    for (String table : List.of("mark", "amendment", "planned_mark", "register_conflict")) {
      jdbc.sql(
              """
              select t.pupil_id, t.school_id, p.school_id as of_pupil, count(*) as found
              from %s t join pupil p on p.id = t.pupil_id
              where t.school_id <> p.school_id
              group by t.pupil_id, t.school_id, p.school_id
              """
                  .formatted(table))
          .query(
              row -> {
                broken.add(
                    "%s: %d of pupil %d of school %s under school %s"
                        .formatted(
                            table,
                            row.getInt("found"),
                            row.getLong("pupil_id"),
                            row.getString("of_pupil"),
                            row.getString("school_id")));
              });
    }
    return broken;
  }
}
