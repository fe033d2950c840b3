package uk.attendance.register;

import java.util.function.Supplier;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps PostgreSQL from reading the register once for each staged row. It plans a MERGE by the
 * tables as they stand: into a register that is still empty or small it would bring a hundred
 * thousand marks by scanning, for each of them, the table that the same statement is filling. Where
 * the register is large its plans are good, and H2 goes by index of itself.
 */
@Component
class PlannerAdvice {

  /** Below this many marks even the worst plan takes no second. */
  private static final int MANY = 5000;

  /** In bytes; up to here it costs next to nothing to read the register once. */
  private static final long YOUNG = 64L << 20;

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
  void mind(RegisterImport file) {
    if (file.counts().read() >= MANY && Boolean.TRUE.equals(postgresql.get()) && isYoung()) {
      jdbc.execute("set local enable_nestloop = off");
    }
  }

  private boolean isYoung() {
    Long size = jdbc.queryForObject("select pg_relation_size('mark')", Long.class);
    return size != null && size < YOUNG;
  }
}
