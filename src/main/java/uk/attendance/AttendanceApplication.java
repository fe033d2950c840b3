package uk.attendance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the product. What it is made of: docs/architecture.md. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AttendanceApplication {

  public static void main(String[] args) {
    ConfigurableApplicationContext program =
        SpringApplication.run(AttendanceApplication.class, args);
    if (program.getEnvironment().containsProperty("attendance.check")) {
      System.exit(SpringApplication.exit(program));
    }
  }
}
