package uk.attendance.letter;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.Invariant;

/** A letter, a step of a case and a recipient meet once in the outbox. */
@Component
class EveryLetterOnce implements Invariant {

  private final JdbcClient jdbc;

  EveryLetterOnce(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String id() {
    return "I4";
  }

  @Override
  public String sentence() {
    return "one outbox row for each letter, step of a case and recipient, handed over at most once without a person";
  }

  @Override
  public List<String> broken() {
    List<String> broken = new ArrayList<>();
    jdbc.sql(
            """
            select mp.case_id, m.letter, m.ordered_on, m.contact_id, m.channel, count(*) as found
            from message_pupil mp join message m on m.id = mp.message_id
            where mp.withdrawn_at is null and m.state <> 'WITHDRAWN' and m.contact_id is not null
              and m.repeats is null
            group by mp.case_id, m.letter, m.ordered_on, m.contact_id, m.channel
            having count(*) > 1
            """)
        .query(
            row -> {
              broken.add(
                  "case %d has letter %s of %s to contact %d by %s %d times"
                      .formatted(
                          row.getLong("case_id"),
                          row.getString("letter"),
                          row.getString("ordered_on"),
                          row.getLong("contact_id"),
                          row.getString("channel"),
                          row.getInt("found")));
            });
    jdbc.sql(
            """
            select e.message_id as id, sum(e.step) as times from (
              select message_id,
                case when state = 'SENT' and words <> :delivered then 1
                  when state = 'FAILED' and words like :notDelivered then -1
                  when state = 'TO_PRINT'
                    and lag(state) over (partition by message_id order by id) = 'SENT' then -1
                  else 0 end as step
              from message_event) e
            group by e.message_id having sum(e.step) > 1
            """)
        .param("delivered", Deliveries.DELIVERED)
        .param("notDelivered", Deliveries.NOT_DELIVERED + "%")
        .query(
            row -> {
              broken.add(
                  "message %d was confirmed as handed over %d times"
                      .formatted(row.getLong("id"), row.getInt("times")));
            });
    jdbc.sql(
            """
            select m.id, m.state from message m
            where (m.state = 'SENT' and m.body_html is null)
              or not exists (select 1 from message_pupil mp where mp.message_id = m.id)
              or (m.state = 'WAITING' and (m.channel is null or m.address is null))
            order by m.id
            """)
        .query(
            row -> {
              broken.add(
                  "message %d is %s and lacks its words, its pupil or its address"
                      .formatted(row.getLong("id"), row.getString("state")));
            });
    return broken;
  }
}
