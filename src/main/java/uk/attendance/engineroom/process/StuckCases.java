package uk.attendance.engineroom.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.ProcessModels;
import uk.attendance.engineroom.StuckCase;
import uk.attendance.engineroom.StuckCase.Matter;
import uk.attendance.school.SchoolId;

/** Finds open cases that nothing moves, in the engine's own tables. */
@Component
class StuckCases {

  private static final String NO_PROCESS =
      """
      select c.id, c.school_id, c.process, c.opened_at as since, cast(null as varchar(64)) as definition,
        cast(null as varchar(255)) as element, cast(null as varchar(64)) as job
      from case_file c
      where c.closed_at is null and c.school_id in (:schools)
        and not exists (select 1 from ACT_RU_EXECUTION e where e.ID_ = c.instance_id)
      order by c.id fetch first :most rows only
      """;

  /** As invariant I5 looks for them, with the case that each belongs to. */
  private static final String NOTHING_MOVES_IT =
      """
      select c.id, c.school_id, c.process, c.opened_at as since, e.PROC_DEF_ID_ as definition,
        e.ACT_ID_ as element, cast(null as varchar(64)) as job
      from ACT_RU_EXECUTION e
      join case_file c on c.instance_id = coalesce(e.ROOT_PROC_INST_ID_, e.PROC_INST_ID_)
      where e.IS_ACTIVE_ = true and c.closed_at is null and c.school_id in (:schools)
        and not exists (select 1 from ACT_RU_EXECUTION n where n.PARENT_ID_ = e.ID_ or n.SUPER_EXEC_ = e.ID_)
        and not exists (select 1 from ACT_RU_TASK t where t.EXECUTION_ID_ = e.ID_)
        and not exists (select 1 from ACT_RU_JOB j where j.EXECUTION_ID_ = e.ID_)
        and not exists (select 1 from ACT_RU_EVENT_SUBSCR s where s.EXECUTION_ID_ = e.ID_)
        and not exists (select 1 from ACT_RU_INCIDENT i where i.EXECUTION_ID_ = e.ID_)
      order by c.id, e.ID_ fetch first :most rows only
      """;

  private static final String TIMER =
      """
      select c.id, c.school_id, c.process, j.DUEDATE_ as since, j.PROCESS_DEF_ID_ as definition,
        d.ACT_ID_ as element, j.ID_ as job
      from ACT_RU_JOB j
      join case_file c on c.instance_id = coalesce(j.ROOT_PROC_INST_ID_, j.PROCESS_INSTANCE_ID_)
      left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
      """;

  /** A job that fails is among the failed steps already. */
  private static final String TIMER_LATE =
      TIMER
          + """
          where j.DUEDATE_ < :late and j.RETRIES_ > 0 and j.SUSPENSION_STATE_ = 1
            and j.EXCEPTION_STACK_ID_ is null and (j.LOCK_EXP_TIME_ is null or j.LOCK_EXP_TIME_ < :now)
            and c.closed_at is null and c.school_id in (:schools)
          order by j.DUEDATE_, j.ID_ fetch first :most rows only
          """;

  private static final String TIMERS_STOPPED =
      TIMER
          + """
          where j.SUSPENSION_STATE_ = 2 and c.closed_at is null and c.school_id in (:schools)
            and not exists (select 1 from case_hold h where h.open_pupil = c.pupil_id)
          order by j.DUEDATE_, j.ID_ fetch first :most rows only
          """;

  private final JdbcClient jdbc;
  private final ElementNames names;
  private final ProcessModels models;
  private final Clock clock;

  StuckCases(JdbcClient jdbc, ElementNames names, ProcessModels models, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.models = models;
    this.clock = clock;
  }

  List<StuckCase> at(Collection<SchoolId> schools, Instant lateBefore, int atMost) {
    List<StuckCase> found = new ArrayList<>();
    found.addAll(find(Matter.NO_PROCESS, NO_PROCESS, schools, lateBefore, atMost));
    found.addAll(find(Matter.NOTHING_MOVES_IT, NOTHING_MOVES_IT, schools, lateBefore, atMost));
    found.addAll(find(Matter.TIMERS_STOPPED, TIMERS_STOPPED, schools, lateBefore, atMost));
    found.addAll(find(Matter.TIMER_LATE, TIMER_LATE, schools, lateBefore, atMost));
    return found.size() <= atMost ? found : found.subList(0, atMost);
  }

  /** Nothing is in no school, never what is everywhere. */
  static List<String> ids(Collection<SchoolId> schools) {
    return schools.isEmpty() ? List.of("") : schools.stream().map(SchoolId::value).toList();
  }

  private List<StuckCase> find(
      Matter matter, String sql, Collection<SchoolId> schools, Instant late, int atMost) {
    var query = jdbc.sql(sql).param("schools", ids(schools)).param("most", atMost);
    if (matter == Matter.TIMER_LATE) {
      query =
          query.param("late", Timestamp.from(late)).param("now", Timestamp.from(clock.instant()));
    }
    return query.query((row, n) -> stuck(row, matter)).list();
  }

  private StuckCase stuck(ResultSet row, Matter matter) throws SQLException {
    Timestamp since = row.getTimestamp("since");
    return new StuckCase(
        new CaseId(row.getLong("id")),
        new SchoolId(row.getString("school_id")),
        models.nameOf(row.getString("process")),
        matter,
        row.getString("definition") == null
            ? ""
            : names.of(row.getString("definition"), row.getString("element")),
        since == null ? clock.instant() : since.toInstant(),
        row.getString("job"));
  }
}
