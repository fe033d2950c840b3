package uk.attendance.letter;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.school.SchoolId;

/** Writes print runs. */
@Component
class PrintRunTable {

  private final JdbcClient jdbc;

  PrintRunTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the letters that still wait and lie in no run, held for this transaction. */
  List<Message> held(List<MessageId> letters) {
    if (letters.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select "
                + MessageRows.COLUMNS
                + """
                from message m
                where m.id in (:ids) and m.state = 'TO_PRINT' and m.print_run_id is null
                order by m.id for update
                """)
        .param("ids", letters.stream().map(MessageId::value).toList())
        .query(MessageRows::message)
        .list();
  }

  PrintRunId begin(SchoolId school, boolean bothSides, Instant at, Actor by) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into print_run (school_id, made_at, made_by, made_title, both_sides)
            values (:school, :at, :by, :title, :bothSides)
            """)
        .param("school", school.value())
        .param("at", MessageRows.utc(at))
        .param("by", by.name())
        .param("title", by.title())
        .param("bothSides", bothSides)
        .update(key, "id");
    return new PrintRunId(Objects.requireNonNull(key.getKey()).longValue());
  }

  /** The letter lies in the run from here on, and counts as printed. */
  void add(PrintRunId run, int number, Message letter, Instant at) {
    jdbc.sql(
            """
            insert into print_run_letter (run_id, number, message_id, title, recipient, address)
            values (:run, :number, :message, :title, :recipient, :address)
            """)
        .param("run", run.value())
        .param("number", number)
        .param("message", letter.id().value())
        .param("title", letter.title())
        .param("recipient", letter.recipient())
        .param("address", Objects.requireNonNullElse(letter.address(), ""))
        .update();
    jdbc.sql(
            "update message set print_run_id = :run, printed_at = :at, detail = null where id = :id")
        .param("run", run.value())
        .param("at", MessageRows.utc(at))
        .param("id", letter.id().value())
        .update();
  }

  void keepPages(PrintRunId run, int number, int pages) {
    jdbc.sql("update print_run_letter set pages = :pages where run_id = :run and number = :number")
        .param("pages", pages)
        .param("run", run.value())
        .param("number", number)
        .update();
  }

  /** Kept once; whoever makes it a second time made the same bytes. */
  void keep(PrintRunId run, int pages, byte[] pdf, String sha256) {
    jdbc.sql(
            """
            update print_run set pages = :pages, pdf = :pdf, pdf_sha256 = :sha256
            where id = :id and pdf is null
            """)
        .param("pages", pages)
        .param("pdf", pdf)
        .param("sha256", sha256)
        .param("id", run.value())
        .update();
  }

  /**
   * @return false when it was left out before
   */
  boolean leaveOut(PrintRunId run, LetterInRun letter, String because, Instant at, Actor by) {
    boolean done =
        jdbc.sql(
                    """
                    update print_run_letter set left_out_at = :at, left_out_because = :because,
                      left_out_by = :by, left_out_title = :title
                    where run_id = :run and number = :number and left_out_at is null
                    """)
                .param("at", MessageRows.utc(at))
                .param("because", Outbox.cut(because))
                .param("by", by.name())
                .param("title", by.title())
                .param("run", run.value())
                .param("number", letter.number())
                .update()
            == 1;
    jdbc.sql("update message set print_run_id = null where id = :id and print_run_id = :run")
        .param("id", letter.message().value())
        .param("run", run.value())
        .update();
    return done;
  }

  /** A letter that waits for the next run says why it was not in this one. */
  void goesBack(MessageId letter, String because) {
    jdbc.sql("update message set printed_at = null, detail = :because where id = :id")
        .param("because", Outbox.cut(because))
        .param("id", letter.value())
        .update();
  }
}
