package uk.attendance;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseTest {

  @OnBothDatabases
  void holdsOurTablesEmpty(Database database) {
    assertThat(database.jdbc().sql("select count(*) from mark").query(Integer.class).single())
        .isZero();
  }
}
