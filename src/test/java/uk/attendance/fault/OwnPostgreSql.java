package uk.attendance.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL that may be stopped and started again with its data, as it is set in production. */
final class OwnPostgreSql implements AutoCloseable {

  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  OwnPostgreSql() {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
      folder = Files.createTempDirectory("faults-postgresql");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = start();
  }

  int port() {
    return port;
  }

  private EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder.resolve("data"))
          .setCleanDataDirectory(false)
          .setPort(port)
          // what is committed outlives the server, as everywhere
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("fsync", "on")
          .setConnectConfig("connectTimeout", "30")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
  }

  /** Rolls back what is open and goes down in order, then comes up. */
  void restartFast() {
    end("-INT");
    server = start();
  }

  /** As if its processes had been killed: it recovers from its log when it comes up. */
  void restartImmediately() {
    end("-QUIT");
    server = start();
  }

  private void end(String signal) {
    try {
      String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip();
      new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor();
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(process -> process.onExit().join());
      // lets go of the folder; that nothing is left to stop is said in the log
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Every connection of the program breaks. */
  void terminateConnections() {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = 'attendance' and pid <> pg_backend_pid()");
  }

  void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    end("-INT");
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
