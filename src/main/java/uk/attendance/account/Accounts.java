package uk.attendance.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.TrustId;

/** Everybody who can sign in. What an administrator does with them is {@link ChangingPeople}. */
@Component
public class Accounts {

  static final String COLUMNS =
      "account.id, email, name, title, password_hash is null as invited, closed_on, made_up";

  private final JdbcClient jdbc;
  private final Grants grants;
  private final AccountEvents events;
  private final PasswordEncoder passwords;
  private final Clock clock;

  Accounts(
      JdbcClient jdbc,
      Grants grants,
      AccountEvents events,
      PasswordEncoder passwords,
      Clock clock) {
    this.jdbc = jdbc;
    this.grants = grants;
    this.events = events;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Adds a person without a role and without a password.
   *
   * @param madeUp belongs to the demonstration; production refuses to start with one
   */
  @Transactional
  public AccountId create(String email, String name, String title, boolean madeUp) {
    return create(email, name, title, madeUp, null);
  }

  AccountId create(String email, String name, String title, boolean madeUp, @Nullable SignedIn by) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into account (email, name, title, made_up, created_at)
            values (:email, :name, :title, :madeUp, :now)
            """)
        .param("email", normal(email))
        .param("name", name)
        .param("title", title)
        .param("madeUp", madeUp)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update(key, "id");
    AccountId id = new AccountId(Objects.requireNonNull(key.getKey()).longValue());
    events.add(id, AccountEvent.Kind.ADDED, "%s, %s, %s".formatted(name, title, email), by);
    return id;
  }

  /** Sets the password as given; whether it is a good one is {@link PasswordRules}' question. */
  public void setPassword(AccountId id, String password) {
    jdbc.sql("update account set password_hash = :hash where id = :id")
        .param("hash", passwords.encode(PasswordRules.prepared(password)))
        .param("id", id.value())
        .update();
  }

  public void grant(AccountId id, Role role, SchoolId school) {
    grants.add(id, role, school);
  }

  /** For every school of the trust, also one that joins later. */
  public void grant(AccountId id, Role role, TrustId trust) {
    grants.add(id, role, trust);
  }

  public void teaches(AccountId id, ClassId taught) {
    grants.add(id, taught);
  }

  void changeDetails(AccountId id, String email, String name, String title) {
    jdbc.sql("update account set email = :email, name = :name, title = :title where id = :id")
        .param("email", normal(email))
        .param("name", name)
        .param("title", title)
        .param("id", id.value())
        .update();
  }

  /**
   * @param day from then on nobody signs in with it; null: open again
   */
  void closeOn(AccountId id, @Nullable LocalDate day) {
    jdbc.sql("update account set closed_on = :day where id = :id")
        .param("day", day)
        .param("id", id.value())
        .update();
  }

  public Optional<Account> find(AccountId id) {
    return jdbc.sql("select " + COLUMNS + " from account where id = :id")
        .param("id", id.value())
        .query(Accounts::account)
        .optional();
  }

  public Optional<Account> find(String email) {
    return jdbc.sql("select " + COLUMNS + " from account where email = :email")
        .param("email", normal(email))
        .query(Accounts::account)
        .optional();
  }

  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        new AccountId(row.getLong("id")),
        row.getString("email"),
        row.getString("name"),
        row.getString("title"),
        row.getBoolean("invited"),
        row.getObject("closed_on", LocalDate.class),
        row.getBoolean("made_up"));
  }
}
