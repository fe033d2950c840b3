package uk.attendance.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.account.AccountId;
import uk.attendance.account.Actor;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/** Who decides about leave for the headteacher, from one day to another (NF-L1, SV-L1). */
@Repository
public class Deputies {

  private final JdbcClient jdbc;
  private final Clock clock;

  Deputies(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param until last day, included
   */
  public record Deputy(
      long id,
      SchoolId school,
      AccountId account,
      LocalDate from,
      LocalDate until,
      String namedBy) {}

  public void name(SchoolId school, AccountId account, LocalDate from, LocalDate until, Actor by) {
    if (until.isBefore(from)) {
      throw new RequestRefused("until", "The last day lies before the first.");
    }
    jdbc.sql(
            """
            insert into leave_deputy (school_id, account_id, first_day, last_day, named_by, named_at)
            values (:school, :account, :from, :until, :by, :now)
            """)
        .param("school", school.value())
        .param("account", account.value())
        .param("from", from)
        .param("until", until)
        .param("by", LeaveRows.cut(by.name(), 120))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Ends a designation; what was decided under it stands. */
  public void end(SchoolId school, long id) {
    jdbc.sql("delete from leave_deputy where id = :id and school_id = :school")
        .param("id", id)
        .param("school", school.value())
        .update();
  }

  /** Of a school, today's and later ones, the first day first. */
  public List<Deputy> of(SchoolId school) {
    return jdbc.sql(
            "select * from leave_deputy where school_id = :school and last_day >= :today"
                + " order by first_day, id")
        .param("school", school.value())
        .param("today", today())
        .query(Deputies::deputy)
        .list();
  }

  /** Whether somebody decides for the headteacher today. */
  public boolean decides(SchoolId school, AccountId account) {
    return of(school).stream()
        .anyMatch(deputy -> deputy.account().equals(account) && !deputy.from().isAfter(today()));
  }

  private LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }

  private static Deputy deputy(ResultSet row, int n) throws SQLException {
    return new Deputy(
        row.getLong("id"),
        new SchoolId(row.getString("school_id")),
        new AccountId(row.getLong("account_id")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("named_by"));
  }
}
