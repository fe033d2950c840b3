package uk.attendance.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import uk.attendance.AttendanceApplication;

class DemonstrationInProductionTest {

  @Test
  void isRefusedBeforeAnyTableIsMade() {
    SpringApplication program = new SpringApplication(AttendanceApplication.class);
    program.setAdditionalProfiles("production", "demo");

    assertThatThrownBy(
            () ->
                program.run("--spring.datasource.url=jdbc:h2:mem:both-profiles", "--server.port=0"))
        .isInstanceOf(DemonstrationInProduction.class)
        .hasMessageContaining("'demo' and 'production' are both on");
  }
}
