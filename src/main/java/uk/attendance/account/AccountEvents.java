package uk.attendance.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done to accounts, when and by whom. Rows are only ever added. */
@Component
class AccountEvents {

  private static final String THE_PROGRAM = "the program";

  private final JdbcClient jdbc;
  private final Clock clock;

  AccountEvents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param by nobody: the program itself
   */
  void add(AccountId account, AccountEvent.Kind kind, String words, @Nullable SignedIn by) {
    jdbc.sql(
            """
            insert into account_event (account_id, happened_at, kind, words, by_id, by_name)
            values (:account, :now, :kind, :words, :by, :name)
            """)
        .param("account", account.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("kind", kind.name())
        .param("words", words)
        .param("by", by == null ? null : by.id().value())
        .param("name", by == null ? THE_PROGRAM : by.name())
        .update();
  }

  /** Newest first. */
  List<AccountEvent> of(AccountId account) {
    return jdbc.sql(
            """
            select happened_at, kind, words, by_name from account_event
            where account_id = :account order by id desc
            """)
        .param("account", account.value())
        .query(
            (row, number) ->
                new AccountEvent(
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    AccountEvent.Kind.valueOf(row.getString("kind")),
                    row.getString("words"),
                    row.getString("by_name")))
        .list();
  }
}
