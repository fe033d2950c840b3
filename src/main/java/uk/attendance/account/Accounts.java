package uk.attendance.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.TrustId;

/** Everybody who can sign in, and what they do at which school. */
@Component
public class Accounts {

  private static final String COLUMNS =
      "id, email, name, title, password_hash is null as invited, closed_on, made_up";

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Clock clock;

  Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Adds a person without a role and without a password.
   *
   * @param madeUp belongs to the demonstration; production refuses to start with one
   */
  public AccountId create(String email, String name, String title, boolean madeUp) {
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
        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update(key, "id");
    return new AccountId(Objects.requireNonNull(key.getKey()).longValue());
  }

  public void setPassword(AccountId id, CharSequence password) {
    jdbc.sql("update account set password_hash = :hash where id = :id")
        .param("hash", passwords.encode(password))
        .param("id", id.value())
        .update();
  }

  public void grant(AccountId id, Role role, SchoolId school) {
    jdbc.sql("insert into account_role (account_id, role, school_id) values (:id, :role, :school)")
        .param("id", id.value())
        .param("role", role.key())
        .param("school", school.value())
        .update();
  }

  /** For every school of the trust, also one that joins later. */
  public void grant(AccountId id, Role role, TrustId trust) {
    jdbc.sql("insert into account_role (account_id, role, trust_id) values (:id, :role, :trust)")
        .param("id", id.value())
        .param("role", role.key())
        .param("trust", trust.value())
        .update();
  }

  public void teaches(AccountId id, ClassId taught) {
    jdbc.sql("insert into class_teacher (class_id, account_id) values (:class, :id)")
        .param("class", taught.value())
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

  private static Account account(ResultSet row, int number) throws SQLException {
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
