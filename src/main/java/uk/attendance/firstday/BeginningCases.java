package uk.attendance.firstday;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.school.SchoolId;

/**
 * From which day on a school's marks open cases. What was before counts in every figure and in a
 * spell that goes on, and opens nothing by itself. Unless it is said, the newest day of the first
 * register that is brought in.
 */
@Component
public class BeginningCases {

  private final JdbcClient jdbc;

  BeginningCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void from(SchoolId school, LocalDate day) {
    jdbc.sql("update school set cases_from = :day where id = :school")
        .param("day", day)
        .param("school", school.value())
        .update();
  }
}
