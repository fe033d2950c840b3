package uk.attendance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import uk.attendance.AttendanceApplication;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;

class ProductionConfigurationTest {

  @OnBothDatabases
  void takesPostgresqlOnly(Database database) throws Exception {
    String product;
    try (var connection = database.source().getConnection()) {
      product = connection.getMetaData().getDatabaseProductName();
    }

    if (product.equals("PostgreSQL")) {
      assertThatCode(() -> ProductionConfiguration.mustBePostgresql(database.source()))
          .doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> ProductionConfiguration.mustBePostgresql(database.source()))
          .isInstanceOf(NotFitForProduction.class)
          .hasMessageContaining("the database is H2. It must be PostgreSQL 15 or newer");
    }
  }

  @OnBothDatabases
  void refusesPeopleOfTheDemonstration(Database database) {
    House house = new House(database);
    house.person("real");
    assertThat(ProductionConfiguration.NoMadeUpPeople.in(database.jdbc())).isNotNull();

    house.accounts.create("made.up@example.org", "Made Up", "Clerk", true);

    assertThatThrownBy(() -> ProductionConfiguration.NoMadeUpPeople.in(database.jdbc()))
        .isInstanceOf(NotFitForProduction.class)
        .hasMessageContaining("holds 1 made-up accounts and 0 made-up schools");
  }

  @OnBothDatabases
  void refusesSchoolsOfTheDemonstration(Database database) {
    House house = new House(database);
    house.database.jdbc().sql("update school set made_up = true where id = 'west'").update();

    assertThatThrownBy(() -> ProductionConfiguration.NoMadeUpPeople.in(database.jdbc()))
        .hasMessageContaining("0 made-up accounts and 1 made-up schools");
  }

  @Test
  void doesNotStartOnH2() {
    SpringApplication program = new SpringApplication(AttendanceApplication.class);
    program.setAdditionalProfiles("production");

    assertThatThrownBy(
            () ->
                program.run(
                    "--spring.datasource.url=jdbc:h2:mem:production",
                    "--attendance.secrets.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                    "--server.port=0",
                    "--camunda.bpm.job-execution.enabled=false"))
        .rootCause()
        .isInstanceOf(NotFitForProduction.class);
  }

  @Test
  void saysWhatWasFoundAndWhatIsNeeded() {
    NotFitForProduction refused = new NotFitForProduction("the database is H2.", "Set another.");

    FailureAnalysis words = new NotFitForProductionAnalyzer().analyze(refused, refused);

    assertThat(words.getDescription())
        .isEqualTo("starting in production: the database is H2. Set another.");
    assertThat(words.getAction()).isEqualTo("Set another.");
  }
}
