package uk.attendance.casefile.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.casefile.Invariant;

/** What must hold of the engine's own rows: nothing waits for nothing, no job is lost. */
@Configuration(proxyBeanMethods = false)
class EngineInvariants {

  private static final String STRANDED =
      """
      select e.ID_ from ACT_RU_EXECUTION e
      where e.IS_ACTIVE_ = true
        and not exists (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_ or c.SUPER_EXEC_ = e.ID_)
        and not exists (select 1 from ACT_RU_TASK t where t.EXECUTION_ID_ = e.ID_)
        and not exists (select 1 from ACT_RU_JOB j where j.EXECUTION_ID_ = e.ID_)
        and not exists (select 1 from ACT_RU_EVENT_SUBSCR s where s.EXECUTION_ID_ = e.ID_)
        and not exists (select 1 from ACT_RU_INCIDENT i where i.EXECUTION_ID_ = e.ID_)
      order by e.ID_
      """;

  private static final String OPEN_WITHOUT_PROCESS =
      """
      select c.id from case_file c
      where c.closed_at is null
        and not exists (select 1 from ACT_RU_EXECUTION e where e.ID_ = c.instance_id)
      order by c.id
      """;

  private static final String CLOSED_AND_RUNNING =
      """
      select c.id from case_file c join ACT_RU_EXECUTION e on e.ID_ = c.instance_id
      where c.closed_at is not null
      order by c.id
      """;

  private static final String DEADLINE_OF_CLOSED_CASE =
      """
      select d.id from case_deadline d join case_file c on c.id = d.case_id
      where d.state = 'OPEN' and c.closed_at is not null
      order by d.id
      """;

  private static final String LOCKED_TOO_LONG =
      "select ID_ from ACT_RU_JOB where LOCK_EXP_TIME_ < :now order by ID_";

  private static final String DEAD_WITHOUT_INCIDENT =
      """
      select j.ID_ from ACT_RU_JOB j
      where j.RETRIES_ <= 0
        and not exists (select 1 from ACT_RU_INCIDENT i where i.CONFIGURATION_ = j.ID_)
      order by j.ID_
      """;

  @Bean
  Invariant nothingWaitsForNothing(JdbcClient jdbc) {
    return new OverRows(
        "I5",
        "nothing is active without a task, a job, a subscription or an incident",
        () -> lines("execution %s waits for nothing", jdbc.sql(STRANDED)));
  }

  @Bean
  Invariant everyOpenCaseRuns(JdbcClient jdbc) {
    return new OverRows(
        "I5",
        "every open case has a running process, no closed one has a process or an open deadline",
        () ->
            Stream.of(
                    lines("case %s is open and has no process", jdbc.sql(OPEN_WITHOUT_PROCESS)),
                    lines("case %s is closed and has a process", jdbc.sql(CLOSED_AND_RUNNING)),
                    lines(
                        "deadline %s is open and its case closed",
                        jdbc.sql(DEADLINE_OF_CLOSED_CASE)))
                .flatMap(List::stream)
                .toList());
  }

  @Bean
  Invariant noJobIsLockedPastItsTime(JdbcClient jdbc, Clock clock) {
    return new OverRows(
        "I8",
        "no job is locked past its time, no dead job is without an incident",
        () ->
            Stream.concat(
                    lines(
                        "job %s is locked past its time",
                        jdbc.sql(LOCKED_TOO_LONG).param("now", Timestamp.from(clock.instant())))
                        .stream(),
                    lines("job %s is dead without an incident", jdbc.sql(DEAD_WITHOUT_INCIDENT))
                        .stream())
                .toList());
  }

  private static List<String> lines(String words, JdbcClient.StatementSpec query) {
    return query.query(String.class).list().stream().map(words::formatted).toList();
  }

  private record OverRows(String id, String sentence, Supplier<List<String>> rows)
      implements Invariant {

    @Override
    public List<String> broken() {
      return rows.get();
    }
  }
}
