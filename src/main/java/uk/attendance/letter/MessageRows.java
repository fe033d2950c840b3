package uk.attendance.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.WhyJson;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.ContactId;
import uk.attendance.school.SchoolId;

/** Rows of table {@code message}. */
final class MessageRows {

  static final String COLUMNS =
      """
      m.id, m.school_id, m.letter, m.title, m.contact_id, m.recipient, m.channel, m.address,
      m.subject, m.state, m.reason, m.detail, m.why, m.ordered_at, m.ordered_on, m.send_after,
      m.attempts, m.mail_id, m.printed_at, m.settled_at, m.carrier_ref, m.delivered_at, m.asked,
      m.merged_into
      """;

  private MessageRows() {}

  static Message message(ResultSet row, int n) throws SQLException {
    long contact = row.getLong("contact_id");
    boolean toContact = !row.wasNull();
    long mergedInto = row.getLong("merged_into");
    boolean merged = !row.wasNull();
    String channel = row.getString("channel");
    String reason = row.getString("reason");
    return new Message(
        new MessageId(row.getLong("id")),
        new SchoolId(row.getString("school_id")),
        row.getString("letter"),
        row.getString("title"),
        toContact ? new ContactId(contact) : null,
        row.getString("recipient"),
        channel == null ? null : Channel.valueOf(channel),
        row.getString("address"),
        row.getString("subject"),
        MessageState.valueOf(row.getString("state")),
        reason == null ? null : Reason.valueOf(reason),
        row.getString("detail"),
        WhyJson.read(row.getString("why")),
        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
        row.getObject("ordered_on", LocalDate.class),
        row.getObject("send_after", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        row.getString("mail_id"),
        instant(row.getObject("printed_at", OffsetDateTime.class)),
        instant(row.getObject("settled_at", OffsetDateTime.class)),
        row.getString("carrier_ref"),
        instant(row.getObject("delivered_at", OffsetDateTime.class)),
        row.getInt("asked"),
        merged ? new MessageId(mergedInto) : null);
  }

  static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
