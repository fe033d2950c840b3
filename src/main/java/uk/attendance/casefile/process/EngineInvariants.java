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
