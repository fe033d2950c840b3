package uk.attendance.reply;

import java.sql.Date;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import uk.attendance.letter.MessageId;
import uk.attendance.reply.Landed.Landing;

/** What parents answered. Added to only. */
@Repository
public class Replies {

  private final JdbcClient jdbc;

  Replies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An answer as it was taken.
   *
   * @param number the how manieth by its link; the first is 1
   */
  record Received(long id, int number, Instant at, Set<Landing> landings) {}

  boolean has(MessageId link, String press) {
    return jdbc.sql("select count(*) from reply where message_id = :link and press = :press")
            .param("link", link.value())
            .param("press", press)
            .query(Integer.class)
            .single()
        > 0;
  }

  int count(MessageId link) {
    return jdbc.sql("select count(*) from reply where message_id = :link")
        .param("link", link.value())
        .query(Integer.class)
        .single();
  }

  /** Of these messages, those that were answered. */
  public Set<MessageId> answered(Collection<MessageId> messages) {
    return messages.isEmpty()
        ? Set.of()
        : jdbc
            .sql("select distinct message_id from reply where message_id in (:messages)")
            .param("messages", messages.stream().map(MessageId::value).toList())
            .query(Long.class)
            .list()
            .stream()
            .map(MessageId::new)
            .collect(Collectors.toSet());
  }

  long keep(MessageId link, Answer answer, Instant now) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    LocalDate back = answer.expectedReturn();
    jdbc.sql(
            """
            insert into reply (message_id, press, answered_at, reason, words, expected_return)
            values (:link, :press, :now, :reason, :words, :back)
            """)
        .param("link", link.value())
        .param("press", answer.press())
        .param("now", Links.utc(now))
        .param("reason", answer.reason().key())
        .param("words", answer.words())
        .param("back", back == null ? null : Date.valueOf(back), Types.DATE)
        .update(key, "id");
    return Optional.ofNullable(key.getKey()).orElseThrow().longValue();
  }

  void keep(long reply, Landed landed) {
    jdbc.sql(
            """
            insert into reply_pupil (reply_id, pupil_id, case_id, about_on, landing, rule)
            values (:reply, :pupil, :case, :about, :landing, :rule)
            """)
        .param("reply", reply)
        .param("pupil", landed.child().pupil().id().value())
        .param("case", landed.caseId().value())
        .param("about", landed.about())
        .param("landing", landed.landing().name())
        .param("rule", landed.rule())
        .update();
  }

  /** The newest answer by a link. */
  Optional<Received> newest(MessageId link) {
    record Row(long id, Instant at) {}
    List<Row> all =
        jdbc.sql("select id, answered_at from reply where message_id = :link order by id")
            .param("link", link.value())
            .query(
                (row, n) ->
                    new Row(
                        row.getLong("id"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant()))
            .list();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Row newest = all.get(all.size() - 1);
    return Optional.of(
        new Received(
            newest.id(),
            all.size(),
            newest.at(),
            jdbc
                .sql("select landing from reply_pupil where reply_id = :id")
                .param("id", newest.id())
                .query(String.class)
                .list()
                .stream()
                .map(Landing::valueOf)
                .collect(Collectors.toSet())));
  }
}
