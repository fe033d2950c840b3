package uk.attendance.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL that keeps what it commits, as in production: with {@code fsync} off, as in the
 * tests, a transaction would cost nothing and whoever makes many of them would look good.
 */
final class Server {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres postgres;

  Server() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("shared_buffers", "512MB")
              .setServerConfig("max_wal_size", "4GB")
              .setServerConfig("checkpoint_timeout", "15min")
              .setServerConfig("max_connections", "200")
              .setConnectConfig("connectTimeout", "30")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("starting PostgreSQL for the bench", e);
    }
  }

  /** All processes of the server descend from it. */
  ProcessHandle process() {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException("looking for the process of PostgreSQL", e);
    }
  }

  /**
   * @return the JDBC address of a new, empty database
   */
  String newDatabase() {
    String name = "bench_" + DATABASES.incrementAndGet();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("creating database " + name, e);
    }
    return postgres.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
  }
}
