package uk.attendance;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty database with our tables (not the engine's), thrown away after the test. */
public final class Database implements AutoCloseable, ExtensionContext.Store.CloseableResource {

  private final HikariDataSource source;

  private Database(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(1);
    this.source = new HikariDataSource(config);
  }

  /** Opened by hand where one database serves all tries of a property. */
  public static Database h2() {
    Database database = emptyH2();
    H2.TABLES.forEach(new JdbcTemplate(database.source)::execute);
    return database;
  }

  static Database migratedH2() {
    Database database = emptyH2();
    migrate(database.source);
    return database;
  }

  private static Database emptyH2() {
    return new Database("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=30000", "sa", "");
  }

  static Database postgresql() {
    return new Database(Postgres.newDatabase(true) + "&reWriteBatchedInserts=true", "postgres", "");
  }

  public DataSource source() {
    return source;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(source);
  }

  public TransactionTemplate transactions() {
    return new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  @Override
  public void close() {
    source.close();
  }

  private static void migrate(DataSource source) {
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
  }

  /** Migrated once; a copy by its statements costs a sixth of the migrations. */
  static final class H2 {

    private static final List<String> TABLES = tables();

    private H2() {}

    private static List<String> tables() {
      try (Database migrated = migratedH2()) {
        return script(migrated);
      }
    }

    static List<String> script(Database database) {
      return database.jdbc().sql("script nopasswords").query(String.class).list();
    }
  }

  /** One PostgreSQL for all tests of a run; every test gets a copy of a migrated template. */
  public static final class Postgres {

    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setConnectConfig("connectTimeout", "30")
                .start();
        execute(server, "create database template_attendance");
        migrate(server.getDatabase("postgres", "template_attendance"));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("starting PostgreSQL for the tests", e);
      }
    }

    /**
     * @return the JDBC address of a new database, with our tables or wholly empty
     */
    public static synchronized String newDatabase(boolean migrated) {
      String name = "t_" + UUID.randomUUID().toString().replace("-", "");
      execute(
          SERVER, "create database " + name + (migrated ? " template template_attendance" : ""));
      return SERVER.getJdbcUrl("postgres", name);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
