package uk.attendance.leave;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.Scope;
import uk.attendance.school.SchoolId;

/** The appeals whose papers a person has, each with the scope that shows these papers alone. */
@Component
public class OpenAppeals {

  private final JdbcClient jdbc;
  private final Appeals appeals;
  private final LeaveRequests requests;
  private final LeaveScopes scopes;

  OpenAppeals(JdbcClient jdbc, Appeals appeals, LeaveRequests requests, LeaveScopes scopes) {
    this.jdbc = jdbc;
    this.appeals = appeals;
    this.requests = requests;
    this.scopes = scopes;
  }

  /**
   * An appeal as its reader has it.
   *
   * @param scope the reader's own, and the one pupil beside
   */
  public record Papers(Appeal appeal, LeaveRequest request, Scope scope) {}

  /** Those that nobody has decided yet, the first to be heard first. */
  public List<Papers> at(SchoolId school, AccountId reader) {
    return jdbc
        .sql(
            """
            select a.request_id from leave_appeal a join leave_request r on r.id = a.request_id
            where r.school_id = :school and a.outcome is null and coalesce(a.admitted, true)
            order by a.heard_by, a.id
            """)
        .param("school", school.value())
        .query(Long.class)
        .list()
        .stream()
        .flatMap(id -> find(new RequestId(id), school, reader).stream())
        .toList();
  }

  /** Empty when there is no such appeal, or its papers are none of the reader's business. */
  public Optional<Papers> find(RequestId id, SchoolId school, AccountId reader) {
    return appeals
        .of(id)
        .flatMap(
            appeal -> {
              Scope scope = scopes.of(reader, requests.get(id).caseId());
              return requests
                  .find(id, scope)
                  .filter(request -> request.school().equals(school))
                  .map(request -> new Papers(appeal, request, scope));
            });
  }
}
