package uk.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  @OnBothDatabases
  void holdsOurTablesEmpty(Database database) {
    assertThat(database.jdbc().sql("select count(*) from mark").query(Integer.class).single())
        .isZero();
  }

  @Test
  void isOnH2AsTheMigrationsMakeIt() {
    try (Database copied = Database.h2();
        Database migrated = Database.migratedH2()) {
      assertThat(statements(copied)).isEqualTo(statements(migrated)).hasSizeGreaterThan(100);
    }
  }

  /** But for when each migration ran, and for how long. */
  private static List<String> statements(Database database) {
    return Database.H2.script(database).stream()
        .filter(statement -> !statement.startsWith("INSERT INTO \"PUBLIC\".\"flyway_"))
        .sorted()
        .toList();
  }
}
