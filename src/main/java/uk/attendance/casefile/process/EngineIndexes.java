package uk.attendance.casefile.process;

import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looking for due jobs asks which are locked: without an index it reads every job there is, due or
 * not (docs/decisions/0148).
 */
@Component
class EngineIndexes implements JavaMigration {

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("85");
  }

  @Override
  public String getDescription() {
    return "engine indexes";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("create index job_lock on ACT_RU_JOB (LOCK_EXP_TIME_)");
    }
  }
}
