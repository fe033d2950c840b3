package uk.attendance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the product. What it is made of: docs/architecture.md. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AttendanceApplication {

  public static void main(String[] args) {
    ConfigurableApplicationContext program =
        SpringApplication.run(AttendanceApplication.class, args);
    if (endsByItself(program.getEnvironment())) {
      System.exit(SpringApplication.exit(program));
    }
  }

  /** {@code bin/check} and {@code bin/scenario} have done their work once all is up. */
  private static boolean endsByItself(Environment environment) {
    return environment.containsProperty("attendance.check")
        || environment.acceptsProfiles(Profiles.of("scenario"));
  }
}
