package uk.attendance.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.letter.LetterInRun.Standing;
import uk.attendance.school.SchoolId;

/** The print runs of schools, and the letters that wait for one. */
@Component
public class PrintRuns {

  /** What was not taken out of an envelope by then has gone. */
  private static final Duration STILL_IN_THE_HOUSE = Duration.ofDays(30);

  private static final String RUN =
      """
      select r.id, r.school_id, r.made_at, r.made_by, r.made_title, r.both_sides, r.pages,
        (select count(*) from print_run_letter l where l.run_id = r.id) as letters,
        (select count(*) from print_run_letter l join message m on m.id = l.message_id
          where l.run_id = r.id and m.print_run_id = r.id and m.state = 'SENT') as posted,
        (select count(*) from print_run_letter l join message m on m.id = l.message_id
          where l.run_id = r.id and m.print_run_id = r.id and m.state = 'TO_PRINT') as to_post
      from print_run r
      """;

  private final JdbcClient jdbc;
  private final FindingWay ways;
  private final Clock clock;

  PrintRuns(JdbcClient jdbc, FindingWay ways, Clock clock) {
    this.jdbc = jdbc;
    this.ways = ways;
    this.clock = clock;
  }

  /** Empty when there is no such run, or it is of a school out of scope. */
  public Optional<PrintRun> find(PrintRunId id, Scope scope) {
    return jdbc.sql(RUN + " where r.id = :id and r.school_id in (:scopeSchools)")
        .param("id", id.value())
        .params(scope.parameters())
        .query(PrintRuns::run)
        .optional();
  }

  /**
   * One page of a school's runs, the newest first.
   *
   * @param before the last one of the page before; null for the first page
   */
  public List<PrintRun> page(SchoolId school, @Nullable PrintRunId before, int limit, Scope scope) {
    return jdbc.sql(
            RUN
                + """
                where r.school_id = :school and r.id < :before and r.school_id in (:scopeSchools)
                order by r.id desc fetch first :limit rows only
                """)
        .param("school", school.value())
        .param("before", before == null ? Long.MAX_VALUE : before.value())
        .param("limit", limit)
        .params(scope.parameters())
        .query(PrintRuns::run)
        .list();
  }

  /** Letters that wait to be printed and lie in no run, the oldest first. */
  public List<Message> waiting(SchoolId school, int limit, Scope scope) {
    Map<String, Object> parameters = new HashMap<>(scope.parameters());
    parameters.put("school", school.value());
    parameters.put("limit", limit);
    return jdbc.sql(
            "select "
                + MessageRows.COLUMNS
                + """
                from message m
                where m.school_id = :school and m.state = 'TO_PRINT' and m.print_run_id is null
                  and exists (select 1 from message_pupil mp join pupil p on p.id = mp.pupil_id
                    where mp.message_id = m.id and\s"""
                + scope.pupils("p")
                + ") order by m.id fetch first :limit rows only")
        .params(parameters)
        .query(MessageRows::message)
        .list();
  }

  /**
   * The letters of a run in the order of its sheet. One that was withdrawn since, or that may not
   * go any more because of a court order, a hold or another address, is to be taken out.
   */
  public List<LetterInRun> letters(PrintRun run) {
    return jdbc
        .sql(
            """
            select l.*, m.state, m.reason, m.detail, m.settled_at,
              case when m.print_run_id = l.run_id then 1 else 0 end as lies_in,
              (select e.actor from message_event e where e.message_id = m.id and e.state = 'SENT'
                order by e.id desc fetch first 1 row only) as posted_by
            from print_run_letter l join message m on m.id = l.message_id
            where l.run_id = :run order by l.number
            """)
        .param("run", run.id().value())
        .query(PrintRuns::letter)
        .list()
        .stream()
        .map(this::asItStandsToday)
        .toList();
  }

  /** The whole stack, exactly as it was printed. */
  public Optional<byte[]> pdf(PrintRun run) {
    return jdbc.sql("select pdf from print_run where id = :id and pdf is not null")
        .param("id", run.id().value())
        .query((row, n) -> row.getBytes("pdf"))
        .optional();
  }

  /** One letter of it, exactly as it was printed then. */
  public Optional<byte[]> pdf(PrintRun run, int number) {
    return jdbc.sql(
            """
            select coalesce(l.pdf, m.pdf) as pdf
            from print_run_letter l join message m on m.id = l.message_id
            where l.run_id = :run and l.number = :number
            """)
        .param("run", run.id().value())
        .param("number", number)
        .query((row, n) -> row.getBytes("pdf"))
        .optional();
  }

  /** Letters that wait to be printed and lie in no run. */
  public int countWaiting(SchoolId school) {
    return count("m.state = 'TO_PRINT' and m.print_run_id is null", school);
  }

  /** Letters that lie printed in a run and are not posted yet. */
  public int countToPost(SchoolId school) {
    return count("m.state = 'TO_PRINT' and m.print_run_id is not null", school);
  }

  /**
   * Letters of the last weeks' runs that were withdrawn or written anew before they were posted.
   */
  public int countToTakeOut(SchoolId school) {
    return jdbc.sql(
            """
            select count(*) from print_run r
            join print_run_letter l on l.run_id = r.id
            join message m on m.id = l.message_id
            where r.school_id = :school and r.made_at > :since and l.left_out_at is null
              and (m.print_run_id is distinct from r.id or m.state not in ('TO_PRINT', 'SENT'))
            """)
        .param("school", school.value())
        .param("since", MessageRows.utc(clock.instant().minus(STILL_IN_THE_HOUSE)))
        .query(Integer.class)
        .single();
  }

  /** How the school's last run was printed; both sides where there was none. */
  public boolean printsBothSides(SchoolId school) {
    return jdbc.sql(
            """
            select both_sides from print_run where school_id = :school
            order by id desc fetch first 1 row only
            """)
        .param("school", school.value())
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  private int count(String condition, SchoolId school) {
    return jdbc.sql("select count(*) from message m where m.school_id = :school and " + condition)
        .param("school", school.value())
        .query(Integer.class)
        .single();
  }

  private LetterInRun asItStandsToday(LetterInRun letter) {
    if (letter.standing() != Standing.TO_POST) {
      return letter;
    }
    Message message =
        jdbc.sql("select " + MessageRows.COLUMNS + " from message m where m.id = :id")
            .param("id", letter.message().value())
            .query(MessageRows::message)
            .single();
    FindingWay.Way way = ways.of(message);
    if (way.reason() != null) {
      return letter.takenOut(way.reason().sentence());
    }
    return String.valueOf(way.address()).equals(message.address())
        ? letter
        : letter.takenOut("Another address is on file since it was printed.");
  }

  private static PrintRun run(ResultSet row, int n) throws SQLException {
    int pages = row.getInt("pages");
    boolean made = !row.wasNull();
    return new PrintRun(
        new PrintRunId(row.getLong("id")),
        new SchoolId(row.getString("school_id")),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("made_by"),
        row.getString("made_title"),
        row.getBoolean("both_sides"),
        made ? pages : null,
        row.getInt("letters"),
        row.getInt("posted"),
        row.getInt("to_post"));
  }

  private static LetterInRun letter(ResultSet row, int n) throws SQLException {
    int pages = row.getInt("pages");
    boolean counted = !row.wasNull();
    OffsetDateTime leftOut = row.getObject("left_out_at", OffsetDateTime.class);
    MessageState state = MessageState.valueOf(row.getString("state"));
    Standing standing = standing(state, row.getInt("lies_in") == 1, leftOut != null);
    return new LetterInRun(
        row.getInt("number"),
        new MessageId(row.getLong("message_id")),
        row.getString("title"),
        row.getString("recipient"),
        row.getString("address").lines().toList(),
        counted ? pages : null,
        standing,
        switch (standing) {
          case POSTED -> MessageRows.instant(row.getObject("settled_at", OffsetDateTime.class));
          case LEFT_OUT -> MessageRows.instant(leftOut);
          default -> null;
        },
        switch (standing) {
          case POSTED -> row.getString("posted_by");
          case LEFT_OUT -> row.getString("left_out_by");
          default -> null;
        },
        switch (standing) {
          case LEFT_OUT -> row.getString("left_out_because");
          case TAKE_OUT -> because(state, row.getString("reason"), row.getString("detail"));
          default -> "";
        });
  }

  private static Standing standing(MessageState state, boolean liesIn, boolean leftOut) {
    if (leftOut) {
      return Standing.LEFT_OUT;
    }
    if (liesIn && state == MessageState.SENT) {
      return Standing.POSTED;
    }
    return liesIn && state == MessageState.TO_PRINT ? Standing.TO_POST : Standing.TAKE_OUT;
  }

  private static String because(
      MessageState state, @Nullable String reason, @Nullable String detail) {
    if (reason == null) {
      return state == MessageState.WITHDRAWN
          ? "It was withdrawn."
          : "It was written anew since it was printed.";
    }
    String sentence = Reason.valueOf(reason).sentence();
    return detail == null ? sentence : sentence + " " + detail;
  }
}
