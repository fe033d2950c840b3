package uk.attendance.register;

import java.util.function.Supplier;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps PostgreSQL from reading the whole register once per staged row. Rows that this very moment
 * were staged are in no statistics, so it may take a hundred thousand for one and a young register
 * for empty, and then scan the table that the MERGE is filling, row after row. By index a wrong
 * guess costs nothing. H2 goes by index of itself.
 */
@Component
class PlannerAdvice {

  private final JdbcTemplate jdbc;
  private final Supplier<Boolean> postgresql;

  PlannerAdvice(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.postgresql =
        SingletonSupplier.of(
            () ->
                jdbc.execute(
                    (ConnectionCallback<Boolean>)
                        connection ->
                            DatabaseDriver.fromJdbcUrl(connection.getMetaData().getURL())
                                == DatabaseDriver.POSTGRESQL));
  }

  /** For the rest of the surrounding transaction. */
  void goByIndex() {
    if (Boolean.TRUE.equals(postgresql.get())) {
      jdbc.execute("set local enable_seqscan = off");
    }
  }
}
