package uk.attendance.account;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the {@code production} profile refuses to start with. */
@Configuration(proxyBeanMethods = false)
@Profile("production")
class ProductionConfiguration {

  /** Asked before the first table is made. */
  @Bean
  FlywayConfigurationCustomizer onlyPostgresql() {
    return flyway -> mustBePostgresql(flyway.getDataSource());
  }

  @Bean
  @DependsOnDatabaseInitialization
  NoMadeUpPeople noMadeUpPeople(JdbcClient jdbc) {
    return NoMadeUpPeople.in(jdbc);
  }

  static void mustBePostgresql(DataSource source) {
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      if (!product.equals("PostgreSQL")) {
        throw new NotFitForProduction(
            "the database is " + product + ".",
            "It must be PostgreSQL 15 or newer: set spring.datasource.url, username and password.");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("starting in production: asking which database this is", e);
    }
  }

  /** Proof that nobody can sign in with a password that stands on the demonstration's pages. */
  record NoMadeUpPeople() {

    static NoMadeUpPeople in(JdbcClient jdbc) {
      long accounts = count(jdbc, "select count(*) from account where made_up");
      long schools = count(jdbc, "select count(*) from school where made_up");
      if (accounts > 0 || schools > 0) {
        throw new NotFitForProduction(
            "the database holds %d made-up accounts and %d made-up schools of the demonstration."
                .formatted(accounts, schools),
            "Use a database of its own for real schools; one that held the demonstration is thrown away.");
      }
      return new NoMadeUpPeople();
    }

    private static long count(JdbcClient jdbc, String sql) {
      return jdbc.sql(sql).query(Long.class).single();
    }
  }
}
