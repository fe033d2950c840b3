package uk.attendance.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.account.AccountId;
import uk.attendance.school.SchoolId;

/** All appeals, one for each decision. */
@Repository
public class Appeals {

  private final JdbcClient jdbc;

  Appeals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Appeal> of(RequestId request) {
    return jdbc.sql("select * from leave_appeal where request_id = :request")
        .param("request", request.value())
        .query(this::appeal)
        .optional();
  }

  boolean isOpen(RequestId request) {
    return of(request).filter(Appeal::isOpen).isPresent();
  }

  void insert(
      RequestId request,
      String reasons,
      String from,
      LocalDate receivedOn,
      boolean late,
      LocalDate heardBy) {
    jdbc.sql(
            """
            insert into leave_appeal (request_id, appellant, reasons, received_on, late, heard_by)
            values (:request, :from, :reasons, :on, :late, :by)
            """)
        .param("request", request.value())
        .param("from", LeaveRows.cut(from, 200))
        .param("reasons", LeaveRows.cut(reasons, 4000))
        .param("on", receivedOn)
        .param("late", late)
        .param("by", heardBy)
        .update();
  }

  void admitted(Appeal appeal, boolean admitted) {
    jdbc.sql("update leave_appeal set admitted = :admitted where id = :id")
        .param("admitted", admitted)
        .param("id", appeal.id())
        .update();
  }

  void arranged(Appeal appeal, LocalDate on, String time, String place, List<AccountId> panel) {
    jdbc.sql(
            """
            update leave_appeal set hearing_on = :on, hearing_time = :time, hearing_place = :place
            where id = :id
            """)
        .param("on", on)
        .param("time", LeaveRows.cut(time, 20))
        .param("place", LeaveRows.cut(place, 200))
        .param("id", appeal.id())
        .update();
    jdbc.sql("delete from leave_panel where appeal_id = :id").param("id", appeal.id()).update();
    for (AccountId member : panel) {
      jdbc.sql("insert into leave_panel (appeal_id, account_id) values (:id, :account)")
          .param("id", appeal.id())
          .param("account", member.value())
          .update();
    }
  }

  void decided(Appeal appeal, String outcome, String reasons, LocalDate on) {
    jdbc.sql(
            """
            update leave_appeal set outcome = :outcome, reasons_given = :reasons, decided_on = :on
            where id = :id
            """)
        .param("outcome", outcome)
        .param("reasons", LeaveRows.cut(reasons, 4000))
        .param("on", on)
        .param("id", appeal.id())
        .update();
  }

  /** The governor who admits late appeals of a school; empty: any governor may. */
  public Optional<AccountId> chairOf(SchoolId school) {
    return jdbc.sql("select account_id from leave_chair where school_id = :school")
        .param("school", school.value())
        .query(Long.class)
        .optional()
        .map(AccountId::new);
  }

  public void nameChair(SchoolId school, AccountId account) {
    jdbc.sql("delete from leave_chair where school_id = :school")
        .param("school", school.value())
        .update();
    jdbc.sql("insert into leave_chair (school_id, account_id) values (:school, :account)")
        .param("school", school.value())
        .param("account", account.value())
        .update();
  }

  private Appeal appeal(ResultSet row, int n) throws SQLException {
    long id = row.getLong("id");
    return new Appeal(
        id,
        new RequestId(row.getLong("request_id")),
        row.getString("appellant"),
        row.getString("reasons"),
        row.getObject("received_on", LocalDate.class),
        row.getBoolean("late"),
        yesNo(row),
        row.getObject("heard_by", LocalDate.class),
        row.getObject("hearing_on", LocalDate.class),
        row.getString("hearing_time"),
        row.getString("hearing_place"),
        panel(id),
        row.getString("outcome"),
        row.getString("reasons_given"));
  }

  private static @Nullable Boolean yesNo(ResultSet row) throws SQLException {
    boolean admitted = row.getBoolean("admitted");
    return row.wasNull() ? null : admitted;
  }

  private List<AccountId> panel(long id) {
    return jdbc
        .sql("select account_id from leave_panel where appeal_id = :id order by account_id")
        .param("id", id)
        .query(Long.class)
        .list()
        .stream()
        .map(AccountId::new)
        .toList();
  }
}
