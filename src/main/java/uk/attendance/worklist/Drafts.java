package uk.attendance.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.casefile.TaskId;
import uk.attendance.form.Entered;

/**
 * What people have typed and not submitted: one draft per task and person, unchecked. It outlives
 * the task, so that whoever came second still has the words.
 */
@Component
public class Drafts {

  private static final int LONGEST = 200_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  public Drafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A draft and when it was saved last. */
  public record Draft(Entered entered, Instant savedAt) {}

  /** Somebody else's, of which only that is told. */
  public record Colleague(String name, Instant savedAt) {}

  /** More was typed than a draft holds. */
  public static class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong(TaskId task, int length) {
      super(
          "saving a draft of task %s: %d characters; needed: %d at most"
              .formatted(task, length, LONGEST));
    }
  }

  /**
   * @return when it was saved
   */
  public Instant save(TaskId task, AccountId person, Entered entered) {
    String answers = AnswersJson.write(entered.values());
    if (answers.length() > LONGEST) {
      throw new TooLong(task, answers.length());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    jdbc.sql(
            """
            merge into task_draft t
            using (select cast(:task as varchar(64)) as task_id, cast(:person as bigint) as account_id,
              cast(:answers as varchar(200000)) as answers,
              cast(:now as timestamp with time zone) as saved_at) s
            on (t.task_id = s.task_id and t.account_id = s.account_id)
            when matched then update set answers = s.answers, saved_at = s.saved_at
            when not matched then insert (task_id, account_id, answers, saved_at)
              values (s.task_id, s.account_id, s.answers, s.saved_at)
            """)
        .param("task", task.value())
        .param("person", person.value())
        .param("answers", answers)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    return now;
  }

  public Optional<Draft> of(TaskId task, AccountId person) {
    return jdbc.sql(
            "select answers, saved_at from task_draft where task_id = :task and account_id = :person")
        .param("task", task.value())
        .param("person", person.value())
        .query(
            (row, n) ->
                new Draft(
                    new Entered(AnswersJson.readEntered(row.getString("answers"))), savedAt(row)))
        .optional();
  }

  /** Who else has begun, the latest first. */
  public List<Colleague> ofOthers(TaskId task, AccountId person) {
    return jdbc.sql(
            """
            select a.name, d.saved_at from task_draft d join account a on a.id = d.account_id
            where d.task_id = :task and d.account_id <> :person
            order by d.saved_at desc, a.id
            """)
        .param("task", task.value())
        .param("person", person.value())
        .query((row, n) -> new Colleague(row.getString("name"), savedAt(row)))
        .list();
  }

  public void drop(TaskId task, AccountId person) {
    jdbc.sql("delete from task_draft where task_id = :task and account_id = :person")
        .param("task", task.value())
        .param("person", person.value())
        .update();
  }

  /**
   * Throws away drafts of tasks that are done, once whoever came second has had time to take their
   * words from them.
   *
   * @param before drafts saved before this
   * @return how many
   */
  int dropOfFinishedTasks(Instant before) {
    return jdbc.sql(
            """
            delete from task_draft
            where saved_at < :before
              and not exists (select 1 from worklist w where w.task_id = task_draft.task_id)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Instant savedAt(ResultSet row) throws SQLException {
    return row.getObject("saved_at", OffsetDateTime.class).toInstant();
  }
}
