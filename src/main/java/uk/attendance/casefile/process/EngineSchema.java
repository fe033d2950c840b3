package uk.attendance.casefile.process;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's own create scripts, run under Flyway's lock, so that two nodes may start at once on
 * an empty database. The checksum covers the scripts: an engine of another version than the one
 * that made the schema stops the start.
 */
@Component
class EngineSchema implements JavaMigration {

  private static final List<String> PARTS =
      List.of(
          "engine",
          "case.engine",
          "decision.engine",
          "history",
          "case.history",
          "decision.history",
          "identity");

  /** Without these, every due deadline and every completed task reads its whole table. */
  private static final List<String> MISSING_INDEXES =
      List.of(
          "create index job_due_date on ACT_RU_JOB (DUEDATE_)",
          "create index task_parent on ACT_RU_TASK (PARENT_TASK_ID_)");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("01");
  }

  @Override
  public String getDescription() {
    return "engine schema";
  }

  @Override
  public @Nullable Integer getChecksum() {
    CRC32 crc = new CRC32();
    for (String part : PARTS) {
      crc.update(read(script("postgres", part)));
    }
    return (int) crc.getValue();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    Connection connection = context.getConnection();
    String product = connection.getMetaData().getDatabaseProductName();
    for (String part : PARTS) {
      ScriptUtils.executeSqlScript(
          connection,
          new EncodedResource(script("PostgreSQL".equals(product) ? "postgres" : "h2", part)));
    }
    try (Statement statement = connection.createStatement()) {
      for (String index : MISSING_INDEXES) {
        statement.execute(index);
      }
    }
  }

  private static ClassPathResource script(String database, String part) {
    return new ClassPathResource(
        "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(database, part));
  }

  private static byte[] read(ClassPathResource script) {
    try {
      return script.getContentAsByteArray();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("engine schema: script not found: " + script, e);
    }
  }
}
