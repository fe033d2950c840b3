package uk.attendance.letter;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.school.SchoolId;

/**
 * What carriers tell of messages that they took, whoever asked them. The first that is final
 * counts: told again, late or in another order it changes nothing.
 */
@Component
public class Deliveries {

  static final String DELIVERED = "delivered";
  static final String NOT_DELIVERED = "not delivered";

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Undelivered undelivered;
  private final CaseFiles cases;

  Deliveries(JdbcClient jdbc, Outbox outbox, Undelivered undelivered, CaseFiles cases) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.undelivered = undelivered;
    this.cases = cases;
  }

  /**
   * It arrived, and with it those that went as one with it.
   *
   * @return whether that was news
   */
  @Transactional
  public boolean delivered(SchoolId school, String carrierRef, Instant at) {
    List<Message> arrived = open(school, carrierRef);
    for (Message message : arrived) {
      jdbc.sql("update message set delivered_at = :at, follow_up_at = null where id = :id")
          .param("at", MessageRows.utc(at))
          .param("id", message.id().value())
          .update();
      outbox.tell(message, MessageState.SENT, DELIVERED, Actor.PROGRAM);
    }
    return !arrived.isEmpty();
  }

  /**
   * It will not arrive, nor those that went as one with it: a person is asked.
   *
   * @return whether that was news
   */
  @Transactional
  public boolean failed(SchoolId school, String carrierRef, String words) {
    List<Message> lost = open(school, carrierRef);
    for (Message message : lost) {
      outbox.move(
          message,
          MessageState.FAILED,
          Reason.NOT_DELIVERED,
          words,
          NOT_DELIVERED + ". " + words,
          Actor.PROGRAM);
      outbox.followUp(message.id(), null);
      undelivered.open(
          outbox.locked(message.id()).orElseThrow(), cases.get(outbox.cases(message.id()).get(0)));
    }
    return !lost.isEmpty();
  }

  /** Whether a message is being handed over whose answer may still come. */
  public boolean isBeingSent(SchoolId school, String mailId) {
    return jdbc.sql(
                """
                select count(*) from message
                where school_id = :school and mail_id = :mail and state = 'SENDING'
                """)
            .param("school", school.value())
            .param("mail", mailId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Nothing final is known of these yet. */
  private List<Message> open(SchoolId school, String carrierRef) {
    return jdbc.sql(
            "select "
                + MessageRows.COLUMNS
                + """
                from message m
                where m.school_id = :school and m.state = 'SENT' and m.delivered_at is null
                  and (m.carrier_ref = :ref and m.merged_into is null or m.merged_into in (
                    select id from message where carrier_ref = :ref and school_id = :school))
                order by m.id for update
                """)
        .param("school", school.value())
        .param("ref", carrierRef)
        .query(MessageRows::message)
        .list();
  }
}
