package uk.attendance.bench;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.AttendanceApplication;
import uk.attendance.school.SchoolCalendar;

/**
 * The whole program on a database of its own, with a clock that stands and nothing at work beside
 * it.
 */
final class Program implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final Statements statements;

  Program(String url, Instant now, boolean counting, String... settings) {
    statements = new Statements(counting);
    List<String> all =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--attendance.secrets.key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "--attendance.first-day.beside=false",
                "--attendance.sign-in.argon2.memory=64KB",
                "--attendance.sign-in.argon2.iterations=1",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
    all.addAll(List.of(settings));
    context =
        new SpringApplicationBuilder(AttendanceApplication.class)
            .registerShutdownHook(false)
            .initializers(
                started -> {
                  GenericApplicationContext generic = (GenericApplicationContext) started;
                  generic.registerBean(Clock.class, () -> Clock.fixed(now, SchoolCalendar.ZONE));
                  generic.registerBean(Statements.class, () -> statements);
                })
            .run(all.toArray(String[]::new));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  long count(String sql) {
    return jdbc().sql(sql).query(Long.class).single();
  }

  Statements statements() {
    return statements;
  }

  @Override
  public void close() {
    context.close();
  }
}
