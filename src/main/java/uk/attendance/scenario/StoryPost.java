package uk.attendance.scenario;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.letter.SendingMessages;
import uk.attendance.pupil.Channel;
import uk.attendance.school.SchoolId;

/**
 * The outbox of a story's school. The recall window and quiet hours count as passed: whatever
 * nothing else forbids goes at once.
 */
@Component
@Profile("scenario")
class StoryPost {

  private final SendingMessages sending;
  private final JdbcClient jdbc;
  private final Clock clock;

  StoryPost(SendingMessages sending, JdbcClient jdbc, Clock clock) {
    this.sending = sending;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A letter about a pupil that went, waits for quiet hours to end, or lies ready to be posted.
   *
   * @param contact what the story calls them; null: the authority
   */
  record Sent(
      long message, String letter, long pupil, @Nullable String contact, @Nullable Channel by) {

    /** As a person would say it. */
    String words(String pupilName) {
      return "%s about %s to %s by %s"
          .formatted(
              letter,
              pupilName,
              contact == null ? Expectation.Letter.AUTHORITY : contact,
              by == null ? "no channel" : by.key());
    }
  }

  void send() {
    jdbc.sql("update message set send_after = :now where state = 'WAITING' and send_after > :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    sending.sendDue();
  }

  /** In the order in which they were ordered. */
  List<Sent> sent(SchoolId school) {
    return jdbc.sql(
            """
            select m.id, m.letter, m.channel, mp.pupil_id, k.contact_id
            from message m
            join message_pupil mp on mp.message_id = m.id
            left join contact k on k.id = m.contact_id
            where m.school_id = :school and (m.state in ('WAITING', 'SENDING', 'SENT', 'TO_PRINT')
              or m.state = 'HELD' and m.reason = 'TOO_MANY')
            order by m.id, mp.pupil_id
            """)
        .param("school", school.value())
        .query(
            (row, n) ->
                new Sent(
                    row.getLong("id"),
                    row.getString("letter"),
                    row.getLong("pupil_id"),
                    row.getString("contact_id"),
                    channel(row.getString("channel"))))
        .list();
  }

  /** Why others did not go, a line each. */
  List<String> notSent(SchoolId school, String letter) {
    return jdbc.sql(
            """
            select m.recipient, m.state, m.reason from message m
            where m.school_id = :school and m.letter = :letter
              and m.state in ('HELD', 'NOT_SENT', 'FAILED', 'UNKNOWN', 'PROPOSED', 'WITHDRAWN')
            order by m.id
            """)
        .param("school", school.value())
        .param("letter", letter)
        .query(
            (row, n) ->
                "one to %s is %s%s"
                    .formatted(
                        row.getString("recipient"),
                        row.getString("state").toLowerCase(Locale.ROOT).replace('_', ' '),
                        row.getString("reason") == null
                            ? ""
                            : " ("
                                + row.getString("reason").toLowerCase(Locale.ROOT).replace('_', ' ')
                                + ")"))
        .list();
  }

  private static @Nullable Channel channel(@Nullable String name) {
    return name == null ? null : Channel.valueOf(name);
  }
}
