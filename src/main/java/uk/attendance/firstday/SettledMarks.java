package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.casefile.CaseFile;
import uk.attendance.register.Author;
import uk.attendance.register.SettlingMarks;
import uk.attendance.register.SettlingMarks.Half;
import uk.attendance.school.Session;

/** Marks that a case settled, kept with what they were, so that it can be taken back. */
@Repository
class SettledMarks {

  /** What stood where a session was planned. */
  private static final String NOTHING = "-";

  private final JdbcClient jdbc;
  private final SettlingMarks settling;
  private final QueueingRegisterClose queueing;

  SettledMarks(JdbcClient jdbc, SettlingMarks settling, QueueingRegisterClose queueing) {
    this.jdbc = jdbc;
    this.settling = settling;
    this.queueing = queueing;
  }

  private record Kept(Half half, String was, String code) {}

  /** Gives sessions a code; no register close follows from it. */
  void settle(CaseFile file, Map<Half, String> sessions, String code, String reason, Author by) {
    queueing.unheard(
        () -> settling.settle(file.pupil(), file.school(), sessions.keySet(), code, reason, by));
    sessions.forEach((half, was) -> keep(file, half, was, code));
  }

  void plan(CaseFile file, LocalDate first, LocalDate last, String code, String reason, Author by) {
    keepPlanned(
        file, settling.plan(file.pupil(), file.school(), first, last, code, reason, by), code);
  }

  private void keepPlanned(CaseFile file, Collection<Half> ahead, String code) {
    ahead.forEach(half -> keep(file, half, NOTHING, code));
  }

  /** The sessions that the case gave a code, in order. */
  List<Half> with(CaseFile file, String code) {
    return of(file).stream()
        .filter(one -> one.code().equals(code) && !one.was().equals(NOTHING))
        .map(Kept::half)
        .toList();
  }

  /** Everything that the case settled is again as it was. */
  void takeBack(CaseFile file, Author by) {
    List<Kept> kept = of(file);
    Map<String, List<Half>> marked =
        kept.stream()
            .filter(one -> !one.was().equals(NOTHING))
            .collect(
                Collectors.groupingBy(
                    Kept::was, Collectors.mapping(Kept::half, Collectors.toList())));
    queueing.unheard(
        () ->
            marked.forEach(
                (was, halves) ->
                    settling.settle(
                        file.pupil(),
                        file.school(),
                        halves,
                        was,
                        "The answer that settled it was taken back.",
                        by)));
    kept.stream()
        .filter(one -> one.was().equals(NOTHING))
        .forEach(one -> settling.unplan(file.pupil(), one.half()));
    jdbc.sql("delete from first_day_mark where case_id = :id")
        .param("id", file.id().value())
        .update();
  }

  private List<Kept> of(CaseFile file) {
    return jdbc.sql("select * from first_day_mark where case_id = :id order by marked_on, session")
        .param("id", file.id().value())
        .query(
            (row, n) ->
                new Kept(
                    new Half(
                        row.getObject("marked_on", LocalDate.class),
                        Session.valueOf(row.getString("session"))),
                    row.getString("was"),
                    row.getString("code")))
        .list();
  }

  private void keep(CaseFile file, Half half, String was, String code) {
    int known =
        jdbc.sql(
                """
                update first_day_mark set code = :code
                where case_id = :id and marked_on = :day and session = :session
                """)
            .param("code", code)
            .param("id", file.id().value())
            .param("day", half.day())
            .param("session", half.session().name())
            .update();
    if (known == 0) {
      jdbc.sql(
              """
              insert into first_day_mark (case_id, pupil_id, marked_on, session, was, code)
              values (:id, :pupil, :day, :session, :was, :code)
              """)
          .param("id", file.id().value())
          .param("pupil", file.pupil().value())
          .param("day", half.day())
          .param("session", half.session().name())
          .param("was", was)
          .param("code", code)
          .update();
    }
  }
}
