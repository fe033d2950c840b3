package uk.attendance.firstday;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Author;
import uk.attendance.school.OneLook;

/** What was said about absences: the newest explanation of a case, and reports without a case. */
@Repository
class Explanations {

  private final JdbcClient jdbc;
  private final PolicyPacks packs;

  Explanations(JdbcClient jdbc, PolicyPacks packs) {
    this.jdbc = jdbc;
    this.packs = packs;
  }

  Optional<Explanation> of(CaseId id) {
    Optional<Explanation> kept = OneLook.known(new OfCase(id));
    return kept.isPresent() || CaseFiles.isNew(id) ? kept : read(id);
  }

  private record OfCase(CaseId id) {}

  private Optional<Explanation> read(CaseId id) {
    return jdbc.sql("select * from first_day_explanation where case_id = :id")
        .param("id", id.value())
        .query(Explanations::read)
        .optional();
  }

  /**
   * The last day for which the explanation of a case stands: the day it was given for or, where the
   * policy is content with an expected return, the day before that.
   */
  Optional<LocalDate> coveredUntil(CaseFile file) {
    return of(file.id()).map(explanation -> coveredUntil(explanation, file));
  }

  private LocalDate coveredUntil(Explanation explanation, CaseFile file) {
    LocalDate back = explanation.expectedReturn();
    return back == null
            || !back.isAfter(explanation.on())
            || packs.pack(file.pack()).settings().yes("reporting.report-every-day")
        ? explanation.on()
        : back.minusDays(1);
  }

  void keep(CaseId id, Explanation explanation) {
    forget(id);
    OneLook.know(new OfCase(id), explanation);
    LocalDate back = explanation.expectedReturn();
    jdbc.sql(
            """
            insert into first_day_explanation (case_id, reason, reason_text, given_by, explained_on,
              expected_return, author, title)
            values (:id, :reason, :text, :from, :on, :back, :author, :title)
            """)
        .param("id", id.value())
        .param("reason", explanation.reason())
        .param("text", cut(explanation.text(), 1000))
        .param("from", cut(explanation.from(), 200))
        .param("on", explanation.on())
        .param("back", back == null ? null : Date.valueOf(back), Types.DATE)
        .param("author", explanation.author().name())
        .param("title", explanation.author().title())
        .update();
  }

  void forget(CaseId id) {
    OneLook.forget(new OfCase(id));
    jdbc.sql("delete from first_day_explanation where case_id = :id")
        .param("id", id.value())
        .update();
  }

  /** A report that a person has to weigh once the absence is in the register. */
  void keepReport(PupilId pupil, Explanation explanation, LocalDate last) {
    OneLook.forget(new NoReport(pupil));
    jdbc.sql("delete from reported_absence where pupil_id = :pupil and first_on = :first")
        .param("pupil", pupil.value())
        .param("first", explanation.on())
        .update();
    jdbc.sql(
            """
            insert into reported_absence (pupil_id, first_on, last_on, reason, reason_text, given_by,
              author, title)
            values (:pupil, :first, :last, :reason, :text, :from, :author, :title)
            """)
        .param("pupil", pupil.value())
        .param("first", explanation.on())
        .param("last", last)
        .param("reason", explanation.reason())
        .param("text", cut(explanation.text(), 1000))
        .param("from", cut(explanation.from(), 200))
        .param("author", explanation.author().name())
        .param("title", explanation.author().title())
        .update();
  }

  /** The newest report about a day that a person has to weigh. */
  Optional<Explanation> reportOf(PupilId pupil, LocalDate day) {
    return OneLook.known(new NoReport(pupil)).isPresent()
        ? Optional.empty()
        : readReport(pupil, day);
  }

  private record NoReport(PupilId pupil) {}

  /** Finds out for one look about whom nothing was ever reported. */
  void lookAhead(Collection<PupilId> pupils) {
    Set<Long> some =
        new HashSet<>(
            jdbc.sql("select distinct pupil_id from reported_absence where pupil_id in (:pupils)")
                .param("pupils", pupils.stream().map(PupilId::value).toList())
                .query(Long.class)
                .list());
    pupils.stream()
        .filter(pupil -> !some.contains(pupil.value()))
        .forEach(pupil -> OneLook.know(new NoReport(pupil), true));
  }

  private Optional<Explanation> readReport(PupilId pupil, LocalDate day) {
    return jdbc.sql(
            """
            select reason, reason_text, given_by, first_on as explained_on,
              cast(null as date) as expected_return, author, title
            from reported_absence
            where pupil_id = :pupil and :day between first_on and last_on
            order by first_on desc fetch first 1 row only
            """)
        .param("pupil", pupil.value())
        .param("day", day)
        .query(Explanations::read)
        .optional()
        .map(
            report ->
                new Explanation(
                    report.reason(), report.text(), report.from(), day, null, report.author()));
  }

  private static Explanation read(ResultSet row, int n) throws SQLException {
    return new Explanation(
        row.getString("reason"),
        row.getString("reason_text"),
        row.getString("given_by"),
        row.getObject("explained_on", LocalDate.class),
        row.getObject("expected_return", LocalDate.class),
        new Author(row.getString("author"), row.getString("title")));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
