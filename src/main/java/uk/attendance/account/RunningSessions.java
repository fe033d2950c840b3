package uk.attendance.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signed-in sessions of every node, as Spring Session keeps them in the database. */
@Component
class RunningSessions {

  private final JdbcClient jdbc;

  RunningSessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whoever is signed in with the account is out at the next request, on every device. */
  void end(AccountId account) {
    jdbc.sql("delete from spring_session where principal_name = :principal")
        .param("principal", account.toString())
        .update();
  }

  /** As {@link #end}, but for the session in which the person does it. */
  void endOthers(AccountId account, String ownSession) {
    jdbc.sql(
            """
            delete from spring_session
            where principal_name = :principal and session_id <> :own
            """)
        .param("principal", account.toString())
        .param("own", ownSession)
        .update();
  }
}
