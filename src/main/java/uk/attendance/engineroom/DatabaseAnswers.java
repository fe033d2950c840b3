package uk.attendance.engineroom;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, within a few seconds: a proxy that asks whether this node is ready
 * does not wait as long as a page may wait for a connection.
 */
@Component("databaseHealthIndicator")
class DatabaseAnswers implements HealthIndicator, DisposableBean {

  private static final int SECONDS = 3;

  private final JdbcClient jdbc;
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "database-answers");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<Integer> asked;

  DatabaseAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public synchronized Health health() {
    if (asked == null || asked.isDone()) {
      asked = asking.submit(() -> jdbc.sql("select 1").query(Integer.class).single());
    }
    try {
      asked.get(SECONDS, TimeUnit.SECONDS);
      return Health.up().build();
    } catch (TimeoutException e) {
      return Health.down()
          .withDetail("found", "no answer within %d seconds".formatted(SECONDS))
          .build();
    } catch (ExecutionException e) {
      return Health.down(e.getCause()).build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Health.unknown().build();
    }
  }

  @Override
  public void destroy() {
    asking.shutdownNow();
  }
}
