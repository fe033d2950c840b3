package uk.attendance.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageId;
import uk.attendance.pupil.ContactId;
import uk.attendance.school.SchoolId;
import uk.attendance.secret.Digest;

/** The links that went out, by the digests of their tokens. */
@Repository
public class Links {

  private final JdbcClient jdbc;

  Links(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Made when its message first goes; a message that goes again leaves it open for longer. */
  void keep(Message message, ContactId contact, String tokenHash, Instant now, Instant expiresAt) {
    if (extend(message.id(), expiresAt)) {
      return;
    }
    try {
      jdbc.sql(
              """
              insert into reply_link (message_id, token_hash, school_id, contact_id, made_at, expires_at)
              values (:message, :hash, :school, :contact, :now, :expires)
              """)
          .param("message", message.id().value())
          .param("hash", tokenHash)
          .param("school", message.school().value())
          .param("contact", contact.value())
          .param("now", utc(now))
          .param("expires", utc(expiresAt))
          .update();
    } catch (DuplicateKeyException madeAtTheSameTime) {
      extend(message.id(), expiresAt);
    }
  }

  private boolean extend(MessageId message, Instant expiresAt) {
    return jdbc.sql(
                """
                update reply_link
                set expires_at = case when expires_at < :expires then :expires else expires_at end
                where message_id = :message
                """)
            .param("expires", utc(expiresAt))
            .param("message", message.value())
            .update()
        == 1;
  }

  Optional<Link> withToken(String token) {
    return jdbc.sql("select * from reply_link where token_hash = :hash")
        .param("hash", Digest.of(token))
        .query(Links::link)
        .optional();
  }

  /** The links of these messages, where they have any. */
  public List<Link> of(Collection<MessageId> messages) {
    return messages.isEmpty()
        ? List.of()
        : jdbc.sql("select * from reply_link where message_id in (:messages) order by message_id")
            .param("messages", messages.stream().map(MessageId::value).toList())
            .query(Links::link)
            .list();
  }

  /**
   * Counts one date of birth as wrong before it is looked at, so that guesses sent all at once gain
   * nothing: whoever asks next waits for this transaction.
   *
   * @return false where the link is locked, at its end, or was guessed at often enough
   */
  boolean beginTry(MessageId link, int atMost, Instant now) {
    return jdbc.sql(
                """
                update reply_link set wrong_dates = wrong_dates + 1
                where message_id = :link and locked_at is null and expires_at > :now
                  and wrong_dates < :atMost
                """)
            .param("link", link.value())
            .param("now", utc(now))
            .param("atMost", atMost)
            .update()
        == 1;
  }

  /** It was right after all. */
  void opened(MessageId link, Instant now) {
    jdbc.sql(
            """
            update reply_link set wrong_dates = wrong_dates - 1,
              opened_at = coalesce(opened_at, cast(:now as timestamp with time zone))
            where message_id = :link
            """)
        .param("now", utc(now))
        .param("link", link.value())
        .update();
  }

  int wrongDates(MessageId link) {
    return jdbc.sql("select wrong_dates from reply_link where message_id = :link")
        .param("link", link.value())
        .query(Integer.class)
        .single();
  }

  void lock(MessageId link, Instant now) {
    jdbc.sql("update reply_link set locked_at = :now where message_id = :link")
        .param("now", utc(now))
        .param("link", link.value())
        .update();
  }

  /** The link as it is now, held for this transaction: answers by it come one after the other. */
  Optional<Link> held(MessageId link) {
    return jdbc.sql("select * from reply_link where message_id = :link for update")
        .param("link", link.value())
        .query(Links::link)
        .optional();
  }

  private static Link link(ResultSet row, int n) throws SQLException {
    return new Link(
        new MessageId(row.getLong("message_id")),
        new SchoolId(row.getString("school_id")),
        new ContactId(row.getLong("contact_id")),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getInt("wrong_dates"),
        instant(row, "opened_at"),
        instant(row, "locked_at"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
