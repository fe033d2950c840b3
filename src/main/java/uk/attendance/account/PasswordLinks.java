package uk.attendance.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.secret.Digest;

/**
 * Tokens of 256 random bits, each good for setting one password once. Only their digests are
 * stored: who reads the database cannot use them.
 */
@Component
class PasswordLinks {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final SignInSettings.Links settings;
  private final InstantSource time;
  private final Clock clock;

  PasswordLinks(
      JdbcClient jdbc,
      SignInSettings settings,
      @Qualifier("wallTime") InstantSource time,
      Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings.links();
    this.time = time;
    this.clock = clock;
  }

  record Made(String token, Instant until) {}

  Made forInvitation(AccountId account) {
    return make(account, settings.invitation());
  }

  Made forForgotten(AccountId account) {
    return make(account, settings.forgotten());
  }

  /** Makes a token; earlier ones of the account stop working. */
  private Made make(AccountId account, Duration life) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = time.instant();
    voidAll(account);
    jdbc.sql(
            """
            insert into password_link (token_hash, account_id, made_at, expires_at)
            values (:hash, :account, :now, :expires)
            """)
        .param("hash", Digest.of(token))
        .param("account", account.value())
        .param("now", utc(now))
        .param("expires", utc(now.plus(life)))
        .update();
    return new Made(token, now.plus(life));
  }

  /** Whose open account an unused token in its time belongs to; looking does not use it up. */
  Optional<Account> whose(String token) {
    return jdbc.sql(
            "select "
                + Accounts.COLUMNS
                + """
                 from password_link join account on account.id = password_link.account_id
                where token_hash = :hash and used_at is null and expires_at > :now
                """)
        .param("hash", Digest.of(token))
        .param("now", utc(time.instant()))
        .query(Accounts::account)
        .optional()
        .filter(account -> !account.closed(LocalDate.now(clock)));
  }

  /**
   * @return whether it was this call that used the token up; of two at once only one does
   */
  boolean use(String token) {
    return jdbc.sql(
                """
                update password_link set used_at = :now
                where token_hash = :hash and used_at is null and expires_at > :now
                """)
            .param("hash", Digest.of(token))
            .param("now", utc(time.instant()))
            .update()
        == 1;
  }

  /** Whether one was made so recently that another mail would only be a nuisance. */
  boolean madeJustNow(AccountId account) {
    return jdbc.sql(
                "select count(*) from password_link where account_id = :account and made_at > :since")
            .param("account", account.value())
            .param("since", utc(time.instant().minus(settings.askAgainAfter())))
            .query(Integer.class)
            .single()
        > 0;
  }

  void voidAll(AccountId account) {
    jdbc.sql(
            "update password_link set used_at = :now where account_id = :account and used_at is null")
        .param("now", utc(time.instant()))
        .param("account", account.value())
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
