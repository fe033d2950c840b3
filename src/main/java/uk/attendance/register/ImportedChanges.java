package uk.attendance.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Session;

/** What a register file changes or has changed, line by line, for the person who looks at it. */
@Component
public class ImportedChanges {

  private final JdbcClient jdbc;
  private final StagedOutcomes outcomes;

  ImportedChanges(JdbcClient jdbc, StagedOutcomes outcomes) {
    this.jdbc = jdbc;
    this.outcomes = outcomes;
  }

  /** What happens to a session. */
  public enum Kind {
    NEW,
    CHANGED,
    BLANKED,
    DETAILED,
    OLDER,
    KEPT
  }

  /**
   * @param was the code before; null without a mark
   * @param code the code after; for a conflict theirs
   * @param ours the code of ours that it met; null without a conflict
   */
  public record Change(
      PupilId pupil,
      LocalDate day,
      Session session,
      @Nullable String was,
      String code,
      @Nullable String ours,
      boolean planned) {}

  /** Before a file is brought in. */
  public List<Change> ahead(ImportId id, Kind kind, int atMost) {
    return outcomes.first(id, kind.name(), atMost).stream()
        .map(
            one ->
                new Change(
                    one.pupil(),
                    one.day(),
                    one.session(),
                    one.was(),
                    one.code(),
                    one.conflictWith(),
                    one.fromPlan()))
        .toList();
  }

  /** Settled codes that met another one of ours; before a file is brought in. */
  public List<Change> conflictsAhead(ImportId id, int atMost) {
    return outcomes.conflicts(id, atMost).stream()
        .map(
            one ->
                new Change(
                    one.pupil(),
                    one.day(),
                    one.session(),
                    one.was(),
                    one.code(),
                    one.conflictWith(),
                    one.was() == null))
        .toList();
  }

  /** Settled codes that met another one of ours; once a file is brought in. */
  public List<Change> conflicts(ImportId id, Scope scope, int atMost) {
    return jdbc.sql(
            "select c.* from register_conflict c join pupil p on p.id = c.pupil_id"
                + " where c.import_id = :id and "
                + scope.pupils("p")
                + " order by c.marked_on, c.session, c.pupil_id limit :atMost")
        .param("id", id.value())
        .param("atMost", atMost)
        .params(scope.parameters())
        .query(
            (row, n) ->
                new Change(
                    new PupilId(row.getLong("pupil_id")),
                    row.getObject("marked_on", LocalDate.class),
                    Session.valueOf(row.getString("session")),
                    null,
                    row.getString("theirs"),
                    row.getString("ours"),
                    row.getBoolean("planned")))
        .list();
  }
}
