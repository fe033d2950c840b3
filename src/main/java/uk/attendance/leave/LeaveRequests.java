package uk.attendance.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.account.AccountId;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseId;
import uk.attendance.leave.LeaveRequest.Applicant;
import uk.attendance.leave.LeaveRequest.Decision;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/** All requests for leave. What takes no scope is for the program's own work. */
@Repository
public class LeaveRequests {

  private static final String SELECT =
      "select r.* from leave_request r join pupil p on p.id = r.pupil_id ";

  private final JdbcClient jdbc;

  LeaveRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when there is none or its pupil is out of scope: nobody can tell which. */
  public Optional<LeaveRequest> find(RequestId id, Scope scope) {
    return those("r.id = :id", Map.of("id", id.value()), "", scope).stream().findFirst();
  }

  public Optional<LeaveRequest> ofCase(CaseId id) {
    return own("r.case_id = :id", Map.of("id", id.value())).stream().findFirst();
  }

  /** Nobody has decided them yet; the first day away first. */
  public List<LeaveRequest> waitingForDecision(SchoolId school, Scope scope) {
    return those(
        "r.school_id = :school and r.state = 'ASKED'"
            + " and exists (select 1 from case_file c where c.id = r.case_id and c.closed_at is null)",
        Map.of("school", school.value()),
        " order by r.first_day, r.id",
        scope);
  }

  /** Asked for together with this one, itself included, in the order of the children. */
  public List<LeaveRequest> ofFamily(LeaveRequest request, Scope scope) {
    return those(
        "r.conversation = :conversation",
        Map.of("conversation", request.conversation()),
        " order by r.id",
        scope);
  }

  /** All requests about a pupil, the newest first day first. */
  public List<LeaveRequest> of(PupilId pupil, Scope scope) {
    return those(
        "r.pupil_id = :pupil",
        Map.of("pupil", pupil.value()),
        " order by r.first_day desc, r.id desc",
        scope);
  }

  /**
   * @throws IllegalArgumentException when there is no such request
   */
  LeaveRequest get(RequestId id) {
    return own("r.id = :id", Map.of("id", id.value())).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no request for leave has the id " + id));
  }

  /** Those of a school whose case is open and about which a person has decided. */
  List<LeaveRequest> decidedAndOpen(SchoolId school) {
    return own(
        "r.school_id = :school and r.state in ('GRANTED', 'GRANTED_IN_PART', 'DECLINED')"
            + " and exists (select 1 from case_file c where c.id = r.case_id and c.closed_at is null)",
        Map.of("school", school.value()));
  }

  /** Decided, and the days asked for are not over; the first day away first. */
  public List<LeaveRequest> decidedAndOpen(SchoolId school, Scope scope) {
    return those(
        "r.school_id = :school and r.state in ('GRANTED', 'GRANTED_IN_PART', 'DECLINED')"
            + " and exists (select 1 from case_file c where c.id = r.case_id and c.closed_at is null)",
        Map.of("school", school.value()),
        " order by r.first_day, r.id",
        scope);
  }

  /** Requests about a pupil whose case is open. */
  List<LeaveRequest> open(PupilId pupil) {
    return own(
        "r.pupil_id = :pupil"
            + " and exists (select 1 from case_file c where c.id = r.case_id and c.closed_at is null)",
        Map.of("pupil", pupil.value()));
  }

  /** What the same key asked for before. */
  List<RequestId> byKey(String key) {
    return jdbc
        .sql("select id from leave_request where idempotency_key = :key order by id")
        .param("key", key)
        .query(Long.class)
        .list()
        .stream()
        .map(RequestId::new)
        .toList();
  }

  private List<LeaveRequest> those(
      String condition, Map<String, ?> parameters, String order, Scope scope) {
    return jdbc.sql(SELECT + "where " + condition + " and " + scope.pupils("p") + order)
        .params(parameters)
        .params(scope.parameters())
        .query(this::request)
        .list();
  }

  private List<LeaveRequest> own(String condition, Map<String, ?> parameters) {
    return jdbc.sql("select r.* from leave_request r where " + condition + " order by r.id")
        .params(parameters)
        .query(this::request)
        .list();
  }

  private LeaveRequest request(ResultSet row, int n) throws SQLException {
    RequestId id = new RequestId(row.getLong("id"));
    Number contact = row.getObject("applicant_contact", Long.class);
    return new LeaveRequest(
        id,
        row.getString("conversation"),
        new CaseId(row.getLong("case_id")),
        new SchoolId(row.getString("school_id")),
        new PupilId(row.getLong("pupil_id")),
        new Applicant(
            contact == null ? null : new ContactId(contact.longValue()),
            row.getString("applicant_name"),
            row.getString("relationship")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getInt("school_days"),
        Ground.of(row.getString("ground")),
        row.getString("reason"),
        row.getObject("received_on", LocalDate.class),
        Way.valueOf(row.getString("way")),
        RequestState.valueOf(row.getString("state")),
        decision(row),
        findings(id),
        evidence(id));
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    LocalDate on = row.getObject("decided_on", LocalDate.class);
    if (on == null) {
      return null;
    }
    Long account = row.getObject("decided_account", Long.class);
    return new Decision(
        on,
        row.getObject("granted_from", LocalDate.class),
        row.getObject("granted_to", LocalDate.class),
        row.getString("granted_code"),
        Objects.requireNonNullElse(row.getString("granted_sessions"), "both"),
        Objects.requireNonNullElse(row.getString("reasons"), ""),
        Objects.requireNonNullElse(row.getString("override_reason"), ""),
        row.getString("decided_by"),
        row.getString("decided_title"),
        account == null ? null : new AccountId(account),
        row.getObject("appeal_until", LocalDate.class));
  }

  private List<Finding> findings(RequestId id) {
    return jdbc.sql("select * from leave_finding where request_id = :id order by position")
        .param("id", id.value())
        .query(
            (row, n) ->
                new Finding(
                    row.getString("code"),
                    Weight.of(row.getString("weight")),
                    new RuleId(row.getString("rule_id")),
                    row.getString("words")))
        .list();
  }

  private List<String> evidence(RequestId id) {
    return jdbc.sql("select file_ref from leave_evidence where request_id = :id order by position")
        .param("id", id.value())
        .query(String.class)
        .list();
  }
}
