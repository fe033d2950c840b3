package uk.attendance.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.secret.Digest;

/**
 * Counts failed attempts per email. An attempt is counted as failed before the password is looked
 * at and forgotten when it was right, so that guesses sent all at once gain nothing.
 */
@Component
class Attempts {

  private static final Duration ONE_AT_A_TIME = Duration.ofSeconds(1);

  private final JdbcClient jdbc;
  private final SignInSettings.Delay delay;
  private final InstantSource time;

  Attempts(JdbcClient jdbc, SignInSettings settings, @Qualifier("wallTime") InstantSource time) {
    this.jdbc = jdbc;
    this.delay = settings.delay();
    this.time = time;
  }

  /** Counts one attempt with this email as failed, or refuses it because it comes too soon. */
  void begin(String email) {
    String digest = digest(email);
    Instant now = time.instant();
    Optional<Failed> before = failed(digest);
    if (before.isPresent() && now.isBefore(before.get().retryAfter())) {
      throw new TooManyAttempts(Duration.between(now, before.get().retryAfter()));
    }
    boolean counted =
        before.isPresent() ? countOn(digest, before.get(), now) : countFirst(digest, now);
    if (!counted) {
      throw new TooManyAttempts(ONE_AT_A_TIME);
    }
  }

  void forget(String email) {
    jdbc.sql("delete from sign_in_attempt where email_digest = :digest")
        .param("digest", digest(email))
        .update();
  }

  /** Of these emails, those that must wait, and until when. */
  Map<String, Instant> waiting(Collection<String> emails) {
    if (emails.isEmpty()) {
      return Map.of();
    }
    Map<String, String> byDigest =
        emails.stream().collect(Collectors.toMap(Attempts::digest, Function.identity()));
    Map<String, Instant> waiting = new HashMap<>();
    jdbc.sql(
            """
            select email_digest, retry_after from sign_in_attempt
            where email_digest in (:digests) and retry_after > :now
            """)
        .param("digests", byDigest.keySet())
        .param("now", utc(time.instant()))
        .query(
            row -> {
              waiting.put(
                  byDigest.get(row.getString("email_digest")),
                  row.getObject("retry_after", OffsetDateTime.class).toInstant());
            });
    return waiting;
  }

  private Optional<Failed> failed(String digest) {
    return jdbc.sql(
            "select failures, last_at, retry_after from sign_in_attempt where email_digest = :digest")
        .param("digest", digest)
        .query(
            (row, number) ->
                new Failed(
                    row.getInt("failures"),
                    row.getObject("last_at", OffsetDateTime.class).toInstant(),
                    row.getObject("retry_after", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private boolean countFirst(String digest, Instant now) {
    jdbc.sql("delete from sign_in_attempt where last_at < :old")
        .param("old", utc(now.minus(delay.forgetAfter())))
        .update();
    try {
      return jdbc.sql(
                  """
                  insert into sign_in_attempt (email_digest, failures, last_at, retry_after)
                  values (:digest, 1, :now, :now)
                  """)
              .param("digest", digest)
              .param("now", utc(now))
              .update()
          == 1;
    } catch (DuplicateKeyException atTheSameTime) {
      return false;
    }
  }

  private boolean countOn(String digest, Failed before, Instant now) {
    boolean old = before.lastAt().isBefore(now.minus(delay.forgetAfter()));
    int failures = old ? 1 : before.failures() + 1;
    return jdbc.sql(
                """
                update sign_in_attempt
                set failures = :failures, last_at = :now, retry_after = :retryAfter
                where email_digest = :digest and failures = :seen and retry_after <= :now
                """)
            .param("failures", failures)
            .param("now", utc(now))
            .param("retryAfter", utc(now.plus(delay.after(failures))))
            .param("digest", digest)
            .param("seen", before.failures())
            .update()
        == 1;
  }

  private static String digest(String email) {
    return Digest.of(Accounts.normal(email));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private record Failed(int failures, Instant lastAt, Instant retryAfter) {}
}
