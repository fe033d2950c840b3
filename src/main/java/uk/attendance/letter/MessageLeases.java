package uk.attendance.letter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which node hands over which message. A node that dies before it began leaves its messages to the
 * others; one that dies while handing over leaves them {@code UNKNOWN}, since nobody can tell.
 * Leases run by the database's clock, the same for all nodes; when a message is due, by the one
 * clock.
 */
@Component
class MessageLeases {

  private final JdbcClient jdbc;
  private final LetterSettings settings;

  MessageLeases(JdbcClient jdbc, LetterSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Takes messages that are due, the longest waiting first; none of them is another node's. */
  List<Message> claim(String claim, Instant now) {
    jdbc.sql(
            """
            update message set lease_by = :claim,
              lease_until = current_timestamp + cast(:seconds as integer) * interval '1' second
            where state = 'WAITING' and (lease_until is null or lease_until < current_timestamp)
              and id in (
                select id from message
                where state = 'WAITING' and send_after <= :now
                  and (lease_until is null or lease_until < current_timestamp)
                order by send_after, id fetch first :most rows only)
            """)
        .param("claim", claim)
        .param("seconds", settings.lease().toSeconds())
        .param("now", MessageRows.utc(now))
        .param("most", settings.atOnce())
        .update();
    return jdbc.sql(
            "select "
                + MessageRows.COLUMNS
                + " from message m where m.lease_by = :claim and m.state = 'WAITING'"
                + " order by m.send_after, m.id")
        .param("claim", claim)
        .query(MessageRows::message)
        .list();
  }

  /**
   * From here on the message may have left the house.
   *
   * @return false when it was withdrawn meanwhile or is another node's
   */
  boolean begin(MessageId id, String claim) {
    return jdbc.sql(
                """
                update message set state = 'SENDING', attempts = attempts + 1,
                  lease_until = current_timestamp + cast(:seconds as integer) * interval '1' second
                where id = :id and lease_by = :claim and state = 'WAITING'
                  and lease_until >= current_timestamp
                """)
            .param("seconds", settings.lease().toSeconds())
            .param("id", id.value())
            .param("claim", claim)
            .update()
        == 1;
  }

  /**
   * How a handing over ends.
   *
   * @param settled when it was over; null where it goes on
   * @param sendAfter when it is tried again; null where it is not, or when it was due before
   * @param counts whether it was an attempt
   * @param reference what the carrier calls it
   * @param followUp when the carrier is asked how it fared
   */
  record End(
      MessageState to,
      @Nullable Reason reason,
      @Nullable String detail,
      @Nullable Instant settled,
      @Nullable Instant sendAfter,
      boolean counts,
      @Nullable String reference,
      @Nullable Instant followUp) {

    static End to(
        MessageState to, @Nullable Reason reason, String detail, @Nullable Instant settled) {
      return new End(to, reason, detail, settled, null, true, null, null);
    }

    static End again(String detail, @Nullable Instant sendAfter, boolean counts) {
      return new End(MessageState.WAITING, null, detail, null, sendAfter, counts, null, null);
    }
  }

  /**
   * Ends the handing over.
   *
   * @return false when another node has given it up or somebody has settled it since
   */
  boolean end(MessageId id, String claim, End end) {
    return end(id, end, "lease_by = :claim and state = 'SENDING'", claim);
  }

  /**
   * What a slow node learns late still counts where nobody resolved it.
   *
   * @return false when somebody else has settled it since
   */
  boolean endLate(MessageId id, String claim, End end) {
    return end(id, end, "lease_by = :claim and state = 'UNKNOWN'", claim);
  }

  /**
   * Ends the handing over for a node that died.
   *
   * @return false when another node was quicker or the message is settled
   */
  boolean endLost(MessageId id, End end) {
    return end(id, end, "state = 'SENDING' and lease_until < current_timestamp", "");
  }

  private boolean end(MessageId id, End end, String condition, String claim) {
    return jdbc.sql(
                """
                update message set state = :to, reason = :reason, detail = :detail,
                  settled_at = cast(:settled as timestamp with time zone),
                  send_after = coalesce(cast(:sendAfter as timestamp with time zone), send_after),
                  attempts = attempts - :uncounted, asked = 0,
                  carrier_ref = coalesce(:reference, carrier_ref),
                  follow_up_at = cast(:followUp as timestamp with time zone),
                  lease_by = null, lease_until = null
                where id = :id and
                """
                    + condition)
            .param("to", end.to().name())
            .param("reason", end.reason() == null ? null : end.reason().name())
            .param("detail", Outbox.cut(end.detail()))
            .param("settled", utc(end.settled()))
            .param("sendAfter", utc(end.sendAfter()))
            .param("uncounted", end.counts() ? 0 : 1)
            .param("reference", end.reference())
            .param("followUp", utc(end.followUp()))
            .param("id", id.value())
            .param("claim", claim)
            .update()
        == 1;
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : MessageRows.utc(at);
  }

  /** Gives a message back that was not begun. */
  void release(MessageId id, String claim, @Nullable Instant sendAfter) {
    jdbc.sql(
            """
            update message set lease_by = null, lease_until = null,
              send_after = coalesce(cast(:sendAfter as timestamp with time zone), send_after)
            where id = :id and lease_by = :claim and state = 'WAITING'
            """)
        .param("sendAfter", sendAfter == null ? null : MessageRows.utc(sendAfter))
        .param("id", id.value())
        .param("claim", claim)
        .update();
  }

  /** Messages whose node died while it handed them over. */
  List<Message> lost() {
    return jdbc.sql(
            "select "
                + MessageRows.COLUMNS
                + """
                from message m
                where m.state = 'SENDING' and m.lease_until < current_timestamp order by m.id
                """)
        .query(MessageRows::message)
        .list();
  }

  /**
   * The lease stays with the node: should it be alive after all, it still says what it learned.
   *
   * @return false when another node was quicker or the message is settled
   */
  boolean giveUp(MessageId id) {
    return jdbc.sql(
                """
                update message set state = 'UNKNOWN', reason = 'ANSWER_LOST', detail = null
                where id = :id and state = 'SENDING' and lease_until < current_timestamp
                """)
            .param("id", id.value())
            .update()
        == 1;
  }

  /** Nobody answers what became of it: another try after as long a wait. */
  void askLater(MessageId id) {
    jdbc.sql(
            """
            update message set asked = asked + 1,
              lease_until = current_timestamp + cast(:seconds as integer) * interval '1' second
            where id = :id and state = 'SENDING' and lease_until < current_timestamp
            """)
        .param("seconds", settings.lease().toSeconds())
        .param("id", id.value())
        .update();
  }

  /** Messages that something stood in the way of. */
  List<Message> held() {
    return jdbc.sql(
            "select "
                + MessageRows.COLUMNS
                + """
                from message m
                where m.state = 'HELD' and m.reason in ('PUPIL_ON_HOLD', 'NO_CHANNEL') order by m.id
                """)
        .query(MessageRows::message)
        .list();
  }

  /** A message as it stands, also while somebody hands it over. */
  Optional<Message> find(MessageId id) {
    return jdbc.sql("select " + MessageRows.COLUMNS + " from message m where m.id = :id")
        .param("id", id.value())
        .query(MessageRows::message)
        .optional();
  }
}
