package uk.attendance.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import uk.attendance.Database;

class RetryingTransactionsTest {

  private final AtomicInteger tries = new AtomicInteger();
  private Database database;
  private RetryingTransactions retrying;

  @BeforeEach
  void open() {
    database = Database.h2();
    retrying = new RetryingTransactions(new DataSourceTransactionManager(database.source()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String failing(int times, SQLException with) {
    return retrying.inOneTransaction(
        () -> {
          if (tries.incrementAndGet() <= times) {
            throw new CannotCreateTransactionException("another was there", with);
          }
          return "done";
        });
  }

  @Test
  void doesAgainWhatADeadlockEnded() {
    assertThat(failing(2, new SQLException("deadlock detected", "40P01"))).isEqualTo("done");
    assertThat(tries).hasValue(3);
  }

  @Test
  void givesUpTheThirdTime() {
    SQLException deadlock = new SQLException("deadlock detected", "40P01");

    assertThatThrownBy(() -> failing(3, deadlock)).hasRootCause(deadlock);
    assertThat(tries).hasValue(3);
  }

  @Test
  void tellsWhatFailedThoughTheDatabaseGaveItNoState() {
    SQLException noConnection = new SQLException("no connection was free within 30 seconds");

    assertThatThrownBy(() -> failing(1, noConnection)).hasRootCause(noConnection);
    assertThat(tries).hasValue(1);
  }
}
