package uk.attendance.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Tells whose email and password these are, or that they are nobody's. An email without an account
 * is answered with the same words after the same work.
 */
@Component
public class CheckingPasswords {

  private final JdbcClient jdbc;
  private final Attempts attempts;
  private final PasswordEncoder passwords;
  private final Clock clock;

  /** Compared where there is no account or no password yet, so that the answer takes as long. */
  private final String nobodysHash;

  CheckingPasswords(JdbcClient jdbc, Attempts attempts, PasswordEncoder passwords, Clock clock) {
    this.jdbc = jdbc;
    this.attempts = attempts;
    this.passwords = passwords;
    this.clock = clock;
    this.nobodysHash = passwords.encode("nobody's password");
  }

  /**
   * @throws TooManyAttempts when this email has to wait; the password is not looked at then
   */
  public Optional<AccountId> check(String email, String password) {
    attempts.begin(email);
    String typed = PasswordRules.prepared(password);
    Optional<Known> known = find(email);
    boolean right =
        passwords.matches(typed, known.map(Known::hash).orElse(nobodysHash))
            && typed.length() <= PasswordRules.LONGEST;
    Optional<Known> found =
        known.filter(account -> right && account.mayEnter(LocalDate.now(clock)));
    found.ifPresent(
        account -> {
          attempts.forget(email);
          renew(account, typed);
        });
    return found.map(Known::id);
  }

  private Optional<Known> find(String email) {
    return jdbc.sql("select id, password_hash, closed_on from account where email = :email")
        .param("email", Accounts.normal(email))
        .query(
            (row, number) ->
                new Known(
                    new AccountId(row.getLong("id")),
                    row.getString("password_hash"),
                    row.getObject("closed_on", LocalDate.class)))
        .optional();
  }

  /** A password hashed under cheaper settings is hashed again now that it is at hand. */
  private void renew(Known account, String typed) {
    if (passwords.upgradeEncoding(account.hash())) {
      jdbc.sql("update account set password_hash = :hash where id = :id")
          .param("hash", passwords.encode(typed))
          .param("id", account.id().value())
          .update();
    }
  }

  private record Known(AccountId id, @Nullable String hash, @Nullable LocalDate closedOn) {

    boolean mayEnter(LocalDate today) {
      return hash != null && (closedOn == null || today.isBefore(closedOn));
    }
  }
}
