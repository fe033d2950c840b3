package uk.attendance.casefile.process;

import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine's history ends here: what of it was asked for, the model of each case, goes to the
 * case (docs/decisions/0155). The engine refuses to start where the level it finds is another than
 * ours.
 */
@Component
class EngineHistory implements JavaMigration {

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("94");
  }

  @Override
  public String getDescription() {
    return "engine history";
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
      statement.execute(
          """
          update case_file set definition_id = coalesce((
            select PROC_DEF_ID_ from ACT_HI_PROCINST where PROC_INST_ID_ = case_file.instance_id), '')
          """);
      statement.execute("update ACT_GE_PROPERTY set VALUE_ = '0' where NAME_ = 'historyLevel'");
      for (String table : new String[] {"ACT_HI_ACTINST", "ACT_HI_TASKINST", "ACT_HI_VARINST"}) {
        statement.execute("delete from " + table);
      }
      statement.execute("delete from ACT_HI_PROCINST");
    }
  }
}
