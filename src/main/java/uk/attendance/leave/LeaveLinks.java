package uk.attendance.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.pupil.ContactId;
import uk.attendance.school.SchoolId;
import uk.attendance.secret.Digest;
import uk.attendance.secret.Secrets;
import uk.attendance.secret.Tokens;

/**
 * Signed links for parents. The token is made of the link's number with the installation's key and
 * kept nowhere; its digest finds the link. One made for a request opens no appeal.
 */
@Component
public class LeaveLinks {

  private static final String SIGNED_FOR = "leave-link";
  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final Tokens tokens;
  private final LeaveLinkSettings settings;
  private final InstantSource time;

  LeaveLinks(
      JdbcClient jdbc,
      Secrets secrets,
      LeaveLinkSettings settings,
      @Qualifier("wallTime") InstantSource time) {
    this.jdbc = jdbc;
    this.tokens = new Tokens(secrets, SIGNED_FOR, TOKEN_BYTES);
    this.settings = settings;
    this.time = time;
  }

  /** A token for asking for leave for the children of a contact. */
  @Transactional
  String forRequest(SchoolId school, ContactId contact) {
    return make(school, LeaveLink.Purpose.REQUEST, contact, null, settings.request());
  }

  /** The token for appealing against the decision on a request: the same whenever it is asked. */
  @Transactional
  String forAppeal(SchoolId school, ContactId contact, RequestId request) {
    return jdbc.sql(
            """
            select id from leave_link
            where purpose = 'appeal' and request_id = :request and contact_id = :contact
            """)
        .param("request", request.value())
        .param("contact", contact.value())
        .query(Long.class)
        .optional()
        .map(id -> token(id, LeaveLink.Purpose.APPEAL))
        .orElseGet(
            () ->
                make(
                    school, LeaveLink.Purpose.APPEAL, contact, request.value(), settings.appeal()));
  }

  private String make(
      SchoolId school,
      LeaveLink.Purpose purpose,
      @Nullable ContactId contact,
      @Nullable Long request,
      Duration life) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    Instant now = time.instant();
    jdbc.sql(
            """
            insert into leave_link (school_id, purpose, contact_id, request_id, made_at, expires_at)
            values (:school, :purpose, cast(:contact as bigint), cast(:request as bigint), :now,
              :expires)
            """)
        .param("school", school.value())
        .param("purpose", purpose.key())
        .param("contact", contact == null ? null : contact.value())
        .param("request", request)
        .param("now", utc(now))
        .param("expires", utc(now.plus(life)))
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    String token = token(id, purpose);
    jdbc.sql("update leave_link set token_hash = :hash where id = :id")
        .param("hash", Digest.of(token))
        .param("id", id)
        .update();
    return token;
  }

  private String token(long id, LeaveLink.Purpose purpose) {
    return tokens.of(purpose.key() + "/" + id);
  }

  /** The link of a token that is in its time, used or not; looking does not use it up. */
  public Optional<LeaveLink> find(String token, LeaveLink.Purpose purpose) {
    return jdbc.sql(
            """
            select * from leave_link
            where token_hash = :hash and purpose = :purpose and expires_at > :now
            """)
        .param("hash", Digest.of(token))
        .param("purpose", purpose.key())
        .param("now", utc(time.instant()))
        .query(LeaveLinks::link)
        .optional();
  }

  /** It did what it is good for, and does nothing more. */
  void use(LeaveLink link, String became) {
    jdbc.sql(
            """
            update leave_link set used_at = :now, became = :became
            where id = :id and used_at is null
            """)
        .param("now", utc(time.instant()))
        .param("became", became)
        .param("id", link.id())
        .update();
  }

  /** Whether one was made so recently that another would only be a nuisance. */
  boolean madeJustNow(ContactId contact) {
    return jdbc.sql(
                """
                select count(*) from leave_link
                where contact_id = :contact and purpose = 'request' and made_at > :since
                """)
            .param("contact", contact.value())
            .param("since", utc(time.instant().minus(settings.askAgainAfter())))
            .query(Integer.class)
            .single()
        > 0;
  }

  private static LeaveLink link(ResultSet row, int n) throws SQLException {
    Long contact = row.getObject("contact_id", Long.class);
    return new LeaveLink(
        row.getLong("id"),
        new SchoolId(row.getString("school_id")),
        LeaveLink.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
        contact == null ? null : new ContactId(contact),
        row.getObject("request_id", Long.class),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getString("became"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
