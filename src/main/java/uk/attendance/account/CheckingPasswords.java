package uk.attendance.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Tells whose email and password these are, or that they are nobody's. */
@Component
public class CheckingPasswords {

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Clock clock;

  /** Compared where there is no account, so that the answer takes as long. */
  private final String nobodysHash;

  CheckingPasswords(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
    this.nobodysHash = passwords.encode("nobody's password");
  }

  public Optional<AccountId> check(String email, String password) {
    Optional<Known> known =
        jdbc.sql("select id, password_hash, closed_on from account where email = :email")
            .param("email", Accounts.normal(email))
            .query(
                (row, number) ->
                    new Known(
                        new AccountId(row.getLong("id")),
                        row.getString("password_hash"),
                        row.getObject("closed_on", LocalDate.class)))
            .optional();
    String hash = known.map(Known::hash).orElse(nobodysHash);
    boolean right = passwords.matches(password, hash);
    return known
        .filter(account -> right && account.hash() != null && account.open(LocalDate.now(clock)))
        .map(Known::id);
  }

  private record Known(AccountId id, @Nullable String hash, @Nullable LocalDate closedOn) {

    boolean open(LocalDate today) {
      return closedOn == null || today.isBefore(closedOn);
    }
  }
}
