package uk.attendance.casefile;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No pupil has two open cases of one process and cause. */
@Component
class OneOpenCase implements Invariant {

  private final JdbcClient jdbc;

  OneOpenCase(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String id() {
    return "I2";
  }

  @Override
  public String sentence() {
    return "a pupil has one open case per process and cause";
  }

  @Override
  public List<String> broken() {
    List<String> broken = new ArrayList<>();
    jdbc.sql(
            """
            select process, pupil_id, cause, count(*) as found from case_file
            where closed_at is null group by process, pupil_id, cause having count(*) > 1
            order by pupil_id, process, cause
            """)
        .query(
            row -> {
              broken.add(
                  "pupil %d has %d open cases of %s, %s"
                      .formatted(
                          row.getLong("pupil_id"),
                          row.getInt("found"),
                          row.getString("process"),
                          row.getString("cause")));
            });
    jdbc.sql(
            """
            select id from case_file
            where (closed_at is null and (open_key is null or open_key <>
                process || '/' || school_id || '/' || cast(pupil_id as varchar(20)) || '/' || cause))
              or (closed_at is not null and (open_key is not null or outcome is null))
            order by id
            """)
        .query(
            row -> {
              broken.add(
                  "case %d is open or closed otherwise than its key says"
                      .formatted(row.getLong("id")));
            });
    return broken;
  }
}
