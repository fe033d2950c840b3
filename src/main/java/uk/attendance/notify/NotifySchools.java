package uk.attendance.notify;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.school.OneLook;
import uk.attendance.school.SchoolId;
import uk.attendance.secret.Digest;
import uk.attendance.secret.Secrets;

/** The settings of each school that uses GOV.UK Notify; its key is encrypted. */
@Component
public class NotifySchools {

  private static final int SHOWN_OF_KEY = 4;
  private static final int WORDS = 400;
  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public NotifySchools(JdbcClient jdbc, Secrets secrets, Clock clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.clock = clock;
  }

  public Optional<NotifySchool> find(SchoolId school) {
    return OneLook.once(new OfSchool(school), () -> read(school));
  }

  private record OfSchool(SchoolId school) {}

  private Optional<NotifySchool> read(SchoolId school) {
    return jdbc.sql("select * from notify_school where school_id = :school")
        .param("school", school.value())
        .query(NotifySchools::school)
        .optional();
  }

  /** Those from which Notify takes nothing at present. */
  List<NotifySchool> refused() {
    return jdbc.sql("select * from notify_school where refused_at is not null order by school_id")
        .query(NotifySchools::school)
        .list();
  }

  /**
   * @throws KeyNotReadable when it was encrypted with another key of the installation
   */
  String key(SchoolId school) {
    String kept =
        jdbc.sql("select api_key from notify_school where school_id = :school")
            .param("school", school.value())
            .query(String.class)
            .single();
    try {
      return secrets.decrypt(kept);
    } catch (IllegalStateException e) {
      throw new KeyNotReadable(school, e);
    }
  }

  /**
   * What was refused before is tried again with the new settings.
   *
   * @param key null: the one that is kept stays
   */
  public void save(
      SchoolId school,
      String baseUrl,
      @Nullable String key,
      String templateId,
      @Nullable String senderId,
      boolean letters) {
    if (key != null) {
      saveKey(school, baseUrl, key, templateId);
    }
    jdbc.sql(
            """
            update notify_school set base_url = :url, template_id = :template,
              sender_id = :sender, letters = :letters, refused_at = null, refused_words = null,
              rests_until = null
            where school_id = :school
            """)
        .param("url", baseUrl)
        .param("template", templateId)
        .param("sender", senderId)
        .param("letters", letters)
        .param("school", school.value())
        .update();
    OneLook.forget(new OfSchool(school));
  }

  private void saveKey(SchoolId school, String baseUrl, String key, String templateId) {
    jdbc.sql(
            """
            merge into notify_school t
            using (values (
              cast(:school as varchar(40)), cast(:url as varchar(200)), cast(:key as varchar(600)),
              cast(:ends as varchar(4)), cast(:now as timestamp with time zone),
              cast(:template as varchar(36))))
              s (school_id, base_url, api_key, key_ends, key_since, template_id)
            on (t.school_id = s.school_id)
            when matched then update set api_key = s.api_key, key_ends = s.key_ends,
              key_since = s.key_since
            when not matched then
              insert (school_id, base_url, api_key, key_ends, key_since, template_id, letters)
              values (s.school_id, s.base_url, s.api_key, s.key_ends, s.key_since, s.template_id,
                false)
            """)
        .param("school", school.value())
        .param("url", baseUrl)
        .param("key", secrets.encrypt(key))
        .param("ends", key.substring(key.length() - SHOWN_OF_KEY))
        .param("now", utc(clock.instant()))
        .param("template", templateId)
        .update();
    OneLook.forget(new OfSchool(school));
  }

  /** The key and the token are gone; messages wait for another way or go by it. */
  public void remove(SchoolId school) {
    jdbc.sql("delete from notify_school where school_id = :school")
        .param("school", school.value())
        .update();
    OneLook.forget(new OfSchool(school));
  }

  /**
   * A new token for callbacks; the old one counts no more, and this one is never shown again.
   *
   * @throws IllegalStateException when the school has no settings yet
   */
  public String makeToken(SchoolId school) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    int found =
        jdbc.sql(
                """
                update notify_school set token_sha256 = :digest, token_since = :now
                where school_id = :school
                """)
            .param("digest", Digest.of(token))
            .param("now", utc(clock.instant()))
            .param("school", school.value())
            .update();
    OneLook.forget(new OfSchool(school));
    if (found == 0) {
      throw new IllegalStateException(
          "making a token for callbacks: school %s has not set up GOV.UK Notify".formatted(school));
    }
    return token;
  }

  /** Compared in a time that says nothing of how much of it is right. */
  public boolean isToken(SchoolId school, String token) {
    return jdbc.sql(
            """
            select token_sha256 from notify_school
            where school_id = :school and token_sha256 is not null
            """)
        .param("school", school.value())
        .query(String.class)
        .optional()
        .filter(kept -> Digest.same(Digest.of(token), kept.strip()))
        .isPresent();
  }

  /** Notify takes nothing from the school until a person puts this right. */
  void refuse(SchoolId school, String words) {
    jdbc.sql(
            """
            update notify_school set refused_at = :now, refused_words = :words
            where school_id = :school and refused_at is null
            """)
        .param("now", utc(clock.instant()))
        .param("words", words.length() <= WORDS ? words : words.substring(0, WORDS))
        .param("school", school.value())
        .update();
    OneLook.forget(new OfSchool(school));
  }

  void acceptAgain(SchoolId school) {
    jdbc.sql(
            """
            update notify_school set refused_at = null, refused_words = null
            where school_id = :school
            """)
        .param("school", school.value())
        .update();
    OneLook.forget(new OfSchool(school));
  }

  void rest(SchoolId school, Instant until) {
    jdbc.sql("update notify_school set rests_until = :until where school_id = :school")
        .param("until", utc(until))
        .param("school", school.value())
        .update();
    OneLook.forget(new OfSchool(school));
  }

  private static NotifySchool school(ResultSet row, int n) throws SQLException {
    return new NotifySchool(
        new SchoolId(row.getString("school_id")),
        row.getString("base_url"),
        row.getString("key_ends"),
        row.getObject("key_since", OffsetDateTime.class).toInstant(),
        row.getString("template_id"),
        row.getString("sender_id"),
        row.getBoolean("letters"),
        instant(row, "token_since"),
        instant(row, "refused_at"),
        row.getString("refused_words"),
        instant(row, "rests_until"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
