package uk.attendance.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.school.SchoolId;

/** The admission register of one school as files name its pupils. */
final class Roll {

  private final Map<String, OnRoll> byAdmissionNo = new HashMap<>();
  private final Map<String, OnRoll> byUpn = new HashMap<>();

  /**
   * @param left last day on roll; null while there
   */
  record OnRoll(long pupil, LocalDate entered, @Nullable LocalDate left) {

    boolean isOn(LocalDate day) {
      return !day.isBefore(entered) && (left == null || !day.isAfter(left));
    }
  }

  static Roll of(SchoolId school, JdbcClient jdbc) {
    Roll roll = new Roll();
    jdbc.sql(
            """
            select id, admission_no, upn, entry_date, leaving_date from pupil
            where school_id = :school
            """)
        .param("school", school.value())
        .query(
            row -> {
              OnRoll pupil =
                  new OnRoll(
                      row.getLong("id"),
                      row.getObject("entry_date", LocalDate.class),
                      row.getObject("leaving_date", LocalDate.class));
              roll.byAdmissionNo.put(row.getString("admission_no"), pupil);
              String upn = row.getString("upn");
              if (upn != null) {
                // a pupil who left and came back has two entries: the later one holds
                roll.byUpn.merge(upn, pupil, Roll::later);
              }
            });
    return roll;
  }

  private static OnRoll later(OnRoll one, OnRoll other) {
    return one.entered.isAfter(other.entered) ? one : other;
  }

  @Nullable OnRoll byAdmissionNo(String number) {
    return byAdmissionNo.get(number);
  }

  @Nullable OnRoll byUpn(String upn) {
    return byUpn.get(upn);
  }
}
