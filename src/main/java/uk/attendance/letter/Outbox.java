package uk.attendance.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Timeline;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolCalendar;

/**
 * Writes the outbox. Every change names the states it may start from, leaves a step in the
 * message's history and an entry in the timeline of each of its cases, all in the running
 * transaction.
 */
@Component
class Outbox {

  private static final int LONGEST = 400;

  /** Nobody is handing it over at this moment. */
  private static final String AT_REST =
      " and (m.lease_until is null or m.lease_until < current_timestamp)";

  private final JdbcClient jdbc;
  private final Timeline timeline;
  private final Clock clock;

  Outbox(JdbcClient jdbc, Timeline timeline, Clock clock) {
    this.jdbc = jdbc;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** What a message says of one pupil. */
  record Part(CaseId caseId, PupilId pupil, String facts) {}

  /** Nothing of a case that this look opened was ordered before this look did. */
  boolean isOrdered(NewMessage message) {
    return !Messages.noneOf(message.about().id()) && isOrdered(message.orderKey());
  }

  private boolean isOrdered(String orderKey) {
    return jdbc.sql("select count(*) from message_pupil where order_key = :key")
            .param("key", orderKey)
            .query(Integer.class)
            .single()
        > 0;
  }

  MessageId put(NewMessage message, String facts) {
    Instant now = clock.instant();
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    Wording.Written written = message.written();
    boolean settled =
        message.state() == MessageState.NOT_SENT || message.state() == MessageState.FAILED;
    jdbc.sql(
            """
            insert into message (school_id, letter, title, contact_id, recipient, channel, address,
              subject, body_text, body_html, state, reason, detail, rule, why, ordered_at,
              ordered_on, send_after, mail_id, settled_at)
            values (:school, :letter, :title, :contact, :recipient, :channel, :address,
              :subject, :text, :html, :state, :reason, :detail, :rule, :why, :at,
              :day, :sendAfter, :mailId, cast(:settled as timestamp with time zone))
            """)
        .param("school", message.about().school().value())
        .param("letter", message.letter().id())
        .param("title", message.letter().title())
        .param("contact", message.contact() == null ? null : message.contact().value())
        .param("recipient", message.recipient())
        .param("channel", message.channel() == null ? null : message.channel().name())
        .param("address", message.address())
        .param("subject", written == null ? null : written.subject())
        .param("text", written == null ? null : written.text())
        .param("html", written == null ? null : written.html())
        .param("state", message.state().name())
        .param("reason", message.reason() == null ? null : message.reason().name())
        .param("detail", cut(message.detail()))
        .param("rule", message.why().rule().value())
        .param("why", WhyJson.write(message.why()))
        .param("at", MessageRows.utc(now))
        .param("day", SchoolCalendar.dayOf(now))
        .param("sendAfter", MessageRows.utc(message.sendAfter()))
        .param("mailId", "<" + UUID.randomUUID() + "@attendance>")
        .param("settled", settled ? MessageRows.utc(now) : null)
        .update(key, "id");
    if (message.contact() != null) {
      Messages.orderedOn(SchoolCalendar.dayOf(now), message.contact());
    }
    Number id = key.getKey();
    if (id == null) {
      throw new IllegalStateException(
          "ordering letter %s of case %s: the row got no number"
              .formatted(message.letter().id(), message.about().id()));
    }
    MessageId made = new MessageId(id.longValue());
    addPart(made, message.about().id(), message.about().pupil(), message.orderKey(), facts);
    return made;
  }

  void addPart(MessageId id, CaseId caseId, PupilId pupil, String orderKey, String facts) {
    Messages.ordered(caseId);
    jdbc.sql(
            """
            insert into message_pupil (message_id, case_id, pupil_id, order_key, facts)
            values (:message, :case, :pupil, :key, :facts)
            """)
        .param("message", id.value())
        .param("case", caseId.value())
        .param("pupil", pupil.value())
        .param("key", orderKey)
        .param("facts", facts)
        .update();
  }

  /**
   * The same once more, to be written anew; a person's wish, so no order of a case stands for it.
   */
  MessageId copy(MessageId id) {
    Instant now = clock.instant();
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into message (school_id, letter, title, contact_id, recipient, channel, address,
              state, rule, why, ordered_at, ordered_on, send_after, mail_id, repeats)
            select school_id, letter, title, contact_id, recipient, channel, address,
              'PROPOSED', rule, why, :at, :day, :at, :mailId, id
            from message where id = :id
            """)
        .param("at", MessageRows.utc(now))
        .param("day", SchoolCalendar.dayOf(now))
        .param("mailId", "<" + UUID.randomUUID() + "@attendance>")
        .param("id", id.value())
        .update(key, "id");
    MessageId copy = new MessageId(Optional.ofNullable(key.getKey()).orElseThrow().longValue());
    jdbc.sql(
            """
            insert into message_pupil (message_id, case_id, pupil_id, order_key, facts)
            select :copy, case_id, pupil_id, null, facts from message_pupil
            where message_id = :id and withdrawn_at is null
            """)
        .param("copy", copy.value())
        .param("id", id.value())
        .update();
    return copy;
  }

  /** The parts of a message that still stand, in the order in which they were ordered. */
  List<Part> parts(MessageId id) {
    return jdbc.sql(
            """
            select case_id, pupil_id, facts from message_pupil
            where message_id = :id and withdrawn_at is null order by case_id
            """)
        .param("id", id.value())
        .query(
            (row, n) ->
                new Part(
                    new CaseId(row.getLong("case_id")),
                    new PupilId(row.getLong("pupil_id")),
                    row.getString("facts")))
        .list();
  }

  /** Messages of the same letter to the same person, ordered the same day, that can still grow. */
  List<Message> growing(NewMessage next) {
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    if (next.contact() == null
        || next.channel() == null
        || Messages.nothingOn(today, next.contact())) {
      return List.of();
    }
    return jdbc.sql(
            "select "
                + MessageRows.COLUMNS
                + """
                from message m
                where m.contact_id = :contact and m.letter = :letter and m.ordered_on = :day
                  and m.state = :state and m.channel = :channel
                  and coalesce(m.reason, '') = :reason
                """
                + AT_REST
                + " order by m.id for update")
        .param("contact", next.contact().value())
        .param("letter", next.letter().id())
        .param("day", today)
        .param("state", next.state().name())
        .param("channel", next.channel().name())
        .param("reason", next.reason() == null ? "" : next.reason().name())
        .query(MessageRows::message)
        .list();
  }

  void rewrite(MessageId id, Wording.Written written) {
    jdbc.sql(
            """
            update message set subject = :subject, body_text = :text, body_html = :html
            where id = :id
            """)
        .param("subject", written.subject())
        .param("text", written.text())
        .param("html", written.html())
        .param("id", id.value())
        .update();
  }

  /** The message, held for this transaction; empty while somebody hands it over. */
  Optional<Message> locked(MessageId id) {
    return jdbc.sql(
            "select "
                + MessageRows.COLUMNS
                + " from message m where m.id = :id"
                + AT_REST
                + " for update")
        .param("id", id.value())
        .query(MessageRows::message)
        .optional();
  }

  /** A message at rest goes to another state. */
  void move(
      Message message,
      MessageState to,
      @Nullable Reason reason,
      @Nullable String detail,
      String words,
      Actor by) {
    if (!message.state().next().contains(to)) {
      throw new CannotChange(message, to);
    }
    int moved =
        jdbc.sql(
                """
            update message set state = :to, reason = :reason, detail = :detail,
              settled_at = cast(:settled as timestamp with time zone),
              lease_by = null, lease_until = null
            where id = :id and state = :from
            """)
            .param("from", message.state().name())
            .param("to", to.name())
            .param("reason", reason == null ? null : reason.name())
            .param("detail", cut(detail))
            .param("settled", isSettled(to) ? MessageRows.utc(clock.instant()) : null)
            .param("id", message.id().value())
            .update();
    if (moved == 0) {
      throw new CannotChange(message, to);
    }
    if (to == MessageState.WITHDRAWN) {
      jdbc.sql("update message_pupil set order_key = null where message_id = :id")
          .param("id", message.id().value())
          .update();
    }
    tell(message, to, words, by);
  }

  /** Where a message waits or waits again. */
  void dispatch(MessageId id, String address, Instant sendAfter) {
    jdbc.sql(
            """
            update message set address = :address, send_after = :at, attempts = 0,
              merged_into = null, delivered_at = null, follow_up_at = null
            where id = :id
            """)
        .param("address", address)
        .param("at", MessageRows.utc(sendAfter))
        .param("id", id.value())
        .update();
  }

  /** By a channel that was chosen anew. */
  void dispatch(MessageId id, Channel channel, String address, Instant sendAfter) {
    jdbc.sql("update message set channel = :channel where id = :id")
        .param("channel", channel.name())
        .param("id", id.value())
        .update();
    dispatch(id, address, sendAfter);
  }

  /** Its words went once, as another message of the same words to the same number. */
  void mergedInto(MessageId id, Message other) {
    jdbc.sql(
            """
            update message set merged_into = :other,
              delivered_at = cast(:delivered as timestamp with time zone)
            where id = :id
            """)
        .param("other", other.id().value())
        .param(
            "delivered", other.deliveredAt() == null ? null : MessageRows.utc(other.deliveredAt()))
        .param("id", id.value())
        .update();
  }

  /** Messages of the same day that say the same to the same number; held for this transaction. */
  List<Message> sameWords(Message message, String words) {
    return jdbc.sql(
            "select "
                + MessageRows.COLUMNS
                + """
                from message m
                where m.address = :address and m.ordered_on = :day and m.school_id = :school
                  and m.channel = :channel and m.body_text = :words and m.merged_into is null
                order by m.id for update
                """)
        .param("address", message.address())
        .param("day", message.orderedOn())
        .param("school", message.school().value())
        .param("channel", String.valueOf(message.channel()))
        .param("words", words)
        .query(MessageRows::message)
        .list();
  }

  /** Messages whose carrier is to be asked how they fared, the longest due first, for us alone. */
  List<Message> toFollowUp(Instant now, int atMost) {
    return jdbc.sql(
            "select "
                + MessageRows.COLUMNS
                + """
                from message m
                where m.follow_up_at <= :now and m.state = 'SENT' and m.carrier_ref is not null
                order by m.follow_up_at, m.id fetch first :most rows only
                for update skip locked
                """)
        .param("now", MessageRows.utc(now))
        .param("most", atMost)
        .query(MessageRows::message)
        .list();
  }

  /**
   * @param at when its carrier is asked next; null: no more
   */
  void followUp(MessageId id, @Nullable Instant at) {
    jdbc.sql(
            """
            update message set follow_up_at = cast(:at as timestamp with time zone) where id = :id
            """)
        .param("at", at == null ? null : MessageRows.utc(at))
        .param("id", id.value())
        .update();
  }

  void hurry(MessageId id, Instant now) {
    jdbc.sql("update message set send_after = :now where id = :id and send_after > :now")
        .param("now", MessageRows.utc(now))
        .param("id", id.value())
        .update();
  }

  void readdress(MessageId id, String address) {
    jdbc.sql("update message set address = :address where id = :id")
        .param("address", address)
        .param("id", id.value())
        .update();
  }

  /** What is to be printed, and its digest; a run that holds an earlier print keeps that. */
  void keep(MessageId id, byte[] pdf, String sha256) {
    jdbc.sql(
            """
            update print_run_letter set pdf = (select m.pdf from message m where m.id = :id)
            where message_id = :id and pdf is null
            """)
        .param("id", id.value())
        .update();
    jdbc.sql(
            """
            update message set pdf = :pdf, pdf_sha256 = :sha256, printed_at = null,
              print_run_id = null
            where id = :id
            """)
        .param("pdf", pdf)
        .param("sha256", sha256)
        .param("id", id.value())
        .update();
  }

  void printed(MessageId id) {
    jdbc.sql("update message set printed_at = :at where id = :id and printed_at is null")
        .param("at", MessageRows.utc(clock.instant()))
        .param("id", id.value())
        .update();
  }

  void withdrawPart(MessageId id, CaseId caseId) {
    jdbc.sql(
            """
            update message_pupil set order_key = null, withdrawn_at = :at
            where message_id = :message and case_id = :case
            """)
        .param("at", MessageRows.utc(clock.instant()))
        .param("message", id.value())
        .param("case", caseId.value())
        .update();
  }

  /** Leaves a step in the message's history and an entry in the timeline of its cases. */
  void tell(Message message, MessageState state, String words, Actor by) {
    event(message.id(), state, words, by);
    for (CaseId caseId : cases(message.id())) {
      told(caseId, message.id(), message.title(), message.recipient(), message.why(), words, by);
    }
  }

  /** Of a message that was just put here, by the one case that ordered it. */
  void ordered(MessageId id, NewMessage message, String words) {
    event(id, message.state(), words, Actor.PROGRAM);
    told(
        message.about().id(),
        id,
        message.letter().title(),
        message.recipient(),
        message.why(),
        words,
        Actor.PROGRAM);
  }

  private void event(MessageId id, MessageState state, String words, Actor by) {
    jdbc.sql(
            """
            insert into message_event (message_id, at, state, words, actor, title)
            values (:message, :at, :state, :words, :actor, :title)
            """)
        .param("message", id.value())
        .param("at", MessageRows.utc(clock.instant()))
        .param("state", state.name())
        .param("words", cut(words))
        .param("actor", by.name())
        .param("title", by.title())
        .update();
  }

  private void told(
      CaseId caseId,
      MessageId id,
      String title,
      String recipient,
      Why why,
      String words,
      Actor by) {
    timeline.write(
        caseId,
        EntryKind.LETTER,
        null,
        "%s, to %s: %s".formatted(title, recipient, words),
        why,
        "message/" + id,
        by);
  }

  List<CaseId> cases(MessageId id) {
    return jdbc.sql(
            "select case_id from message_pupil where message_id = :id and withdrawn_at is null order by case_id")
        .param("id", id.value())
        .query((row, n) -> new CaseId(row.getLong("case_id")))
        .list();
  }

  /** Messages about a pupil that a person has to sort out. */
  List<MessageId> unsettled(PupilId pupil, String letter, Reason reason) {
    return ids(
        """
        and m.reason = :reason and m.state in ('HELD', 'FAILED', 'UNKNOWN', 'NOT_SENT')
        """,
        Map.of("pupil", pupil.value(), "letter", letter, "reason", reason.name()));
  }

  /** Messages about a pupil that a person has sorted out and that have not gone since. */
  List<MessageId> settled(PupilId pupil, String letter) {
    return ids(
        """
        and (m.state = 'WITHDRAWN' and m.reason = 'SETTLED'
          or m.state = 'WAITING' and :again = (
            select words from message_event e where e.message_id = m.id
            order by e.id desc fetch first 1 row only))
        """,
        Map.of("pupil", pupil.value(), "letter", letter, "again", Resending.AGAIN));
  }

  private List<MessageId> ids(String condition, Map<String, ?> parameters) {
    return jdbc.sql(
            """
            select distinct m.id from message m join message_pupil mp on mp.message_id = m.id
            where mp.pupil_id = :pupil and m.letter = :letter
            """
                + condition
                + " order by m.id")
        .params(parameters)
        .query((row, n) -> new MessageId(row.getLong("id")))
        .list();
  }

  private static boolean isSettled(MessageState state) {
    return EnumSet.of(
            MessageState.SENT, MessageState.FAILED, MessageState.WITHDRAWN, MessageState.NOT_SENT)
        .contains(state);
  }

  static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
