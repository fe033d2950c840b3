package uk.attendance.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import uk.attendance.AttendanceApplication;
import uk.attendance.account.Demonstration;

/** What {@code bin/run} starts, on an empty folder; started once for all browser tests of a run. */
final class RunningDemonstration {

  private static final RunningDemonstration ONE = new RunningDemonstration();

  private final ServletWebServerApplicationContext program;

  private RunningDemonstration() {
    try {
      Path data = Files.createTempDirectory(Path.of("target"), "demonstration");
      program =
          (ServletWebServerApplicationContext)
              new SpringApplicationBuilder(AttendanceApplication.class)
                  .profiles("demo")
                  .run(
                      "--server.port=0",
                      "--attendance.demonstration.today=2026-11-20",
                      "--attendance.data=" + data.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("making a folder for the demonstration", e);
    }
  }

  static RunningDemonstration get() {
    return ONE;
  }

  String address() {
    return "http://localhost:" + program.getWebServer().getPort();
  }

  String password() {
    return program.getBean(Demonstration.class).password();
  }

  /** The account of the first person with this role at this place, both as shown at sign-in. */
  String email(String place, String role) {
    return program.getBean(Demonstration.class).places().stream()
        .filter(p -> p.name().contains(place))
        .flatMap(p -> p.people().stream())
        .filter(person -> person.role().toLowerCase().contains(role.toLowerCase()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody is '%s' at '%s'".formatted(role, place)))
        .email();
  }

  <T> T bean(Class<T> type) {
    return program.getBean(type);
  }
}
