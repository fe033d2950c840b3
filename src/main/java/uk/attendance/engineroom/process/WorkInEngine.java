package uk.attendance.engineroom.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.ProcessModels;
import uk.attendance.engineroom.EngineWork;
import uk.attendance.engineroom.FailedStep;
import uk.attendance.school.SchoolId;

/** Reads the engine's own tables for what failed, and has it done again. */
@Component
class WorkInEngine implements EngineWork {

  private static final Logger log = LoggerFactory.getLogger(WorkInEngine.class);

  private static final String JOBS =
      """
      select j.ID_, j.RETRIES_, j.DUEDATE_, j.CREATE_TIME_, j.FAILED_ACT_ID_, j.PROCESS_DEF_ID_,
        j.PROCESS_DEF_KEY_, j.SUSPENSION_STATE_, j.EXCEPTION_STACK_ID_, d.ACT_ID_,
        i.INCIDENT_TIMESTAMP_, c.id as case_id, c.school_id
      from ACT_RU_JOB j
      left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
      left join ACT_RU_INCIDENT i on i.CONFIGURATION_ = j.ID_ and i.INCIDENT_TYPE_ = 'failedJob'
      left join case_file c
        on c.instance_id = coalesce(j.ROOT_PROC_INST_ID_, j.PROCESS_INSTANCE_ID_)
      """;

  private final JdbcClient jdbc;
  private final StuckCases stuckCases;
  private final ElementNames names;
  private final ProcessModels models;
  private final ManagementService management;
  private final ProcessEngine engine;
  private final Clock clock;

  WorkInEngine(
      JdbcClient jdbc,
      StuckCases stuckCases,
      ElementNames names,
      ProcessModels models,
      @Lazy ManagementService management,
      @Lazy ProcessEngine engine,
      Clock clock) {
    this.jdbc = jdbc;
    this.stuckCases = stuckCases;
    this.names = names;
    this.models = models;
    this.management = management;
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public List<FailedStep> failed(Collection<SchoolId> schools, int atMost) {
    return jdbc.sql(
            JOBS
                + """
                where (j.EXCEPTION_STACK_ID_ is not null or j.RETRIES_ <= 0)
                  and (c.school_id in (:schools) or c.id is null)
                order by case when j.RETRIES_ <= 0 then 0 else 1 end, j.DUEDATE_, j.ID_
                fetch first :most rows only
                """)
        .param("schools", StuckCases.ids(schools))
        .param("most", atMost)
        .query(this::failed)
        .list();
  }

  @Override
  public List<uk.attendance.engineroom.StuckCase> stuck(
      Collection<SchoolId> schools, Instant lateBefore, int atMost) {
    return stuckCases.at(schools, lateBefore, atMost);
  }

  @Override
  public Optional<Job> find(String job) {
    return jdbc.sql(
            JOBS
                + """
                where j.ID_ = :id
                  and (j.EXCEPTION_STACK_ID_ is not null or j.RETRIES_ <= 0 or j.DUEDATE_ <= :now)
                """)
        .param("id", job)
        .param("now", Timestamp.from(clock.instant()))
        .query(this::job)
        .optional();
  }

  @Override
  public Attempt run(String job) {
    if (management.createJobQuery().jobId(job).count() == 0) {
      return Attempt.of(Outcome.GONE);
    }
    try {
      management.executeJob(job);
      return Attempt.of(Outcome.DONE);
    } catch (OptimisticLockingException e) {
      return Attempt.of(Outcome.IN_HAND);
    } catch (RuntimeException e) {
      log.warn("job {} was tried again by a person and failed", job, e);
      return new Attempt(Outcome.FAILED_AGAIN, because(job));
    }
  }

  private FailedStep failed(ResultSet row, int n) throws SQLException {
    int retries = row.getInt("RETRIES_");
    Instant since =
        first(
            row.getTimestamp("INCIDENT_TIMESTAMP_"),
            row.getTimestamp("DUEDATE_"),
            row.getTimestamp("CREATE_TIME_"));
    String process = row.getString("PROCESS_DEF_KEY_");
    return new FailedStep(
        row.getString("ID_"),
        caseId(row),
        school(row),
        process == null ? "The engine's own upkeep" : models.nameOf(process),
        step(row),
        because(row.getString("ID_")),
        since,
        Math.max(
            0,
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getDefaultNumberOfRetries()
                - retries),
        retries <= 0);
  }

  private Job job(ResultSet row, int n) throws SQLException {
    return new Job(
        row.getString("ID_"),
        caseId(row),
        school(row),
        element(row),
        step(row),
        row.getInt("SUSPENSION_STATE_") == 2);
  }

  private String step(ResultSet row) throws SQLException {
    return names.of(row.getString("PROCESS_DEF_ID_"), element(row));
  }

  /** Where it failed, or else where the job waits. */
  private static String element(ResultSet row) throws SQLException {
    String failed = row.getString("FAILED_ACT_ID_");
    String waits = row.getString("ACT_ID_");
    return failed != null ? failed : waits != null ? waits : "";
  }

  private String because(String job) {
    String trace = null;
    if (management.createJobQuery().jobId(job).count() > 0) {
      trace = management.getJobExceptionStacktrace(job);
    }
    return WhatWentWrong.of(trace);
  }

  private static @Nullable CaseId caseId(ResultSet row) throws SQLException {
    long id = row.getLong("case_id");
    return row.wasNull() ? null : new CaseId(id);
  }

  private static @Nullable SchoolId school(ResultSet row) throws SQLException {
    String id = row.getString("school_id");
    return id == null ? null : new SchoolId(id);
  }

  private Instant first(@Nullable Timestamp... times) {
    for (Timestamp time : times) {
      if (time != null) {
        return time.toInstant();
      }
    }
    return clock.instant();
  }
}
