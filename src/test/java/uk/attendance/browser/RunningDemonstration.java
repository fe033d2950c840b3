package uk.attendance.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import uk.attendance.AttendanceApplication;
import uk.attendance.account.Demonstration;

/** What {@code bin/run} starts, on an empty folder; started once for all browser tests of a run. */
final class RunningDemonstration {

  private static final RunningDemonstration ONE = new RunningDemonstration();

  private final ServletWebServerApplicationContext program;
  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private RunningDemonstration() {
    mails.start();
    try {
      Path data = Files.createTempDirectory(Path.of("target"), "demonstration");
      program =
          (ServletWebServerApplicationContext)
              new SpringApplicationBuilder(AttendanceApplication.class)
                  .profiles("demo")
                  .run(
                      "--server.port=0",
                      "--attendance.demonstration.today=2026-11-20",
                      "--spring.mail.host=127.0.0.1",
                      "--spring.mail.port=" + mails.getSmtp().getPort(),
                      "--attendance.reply.offered=true",
                      "--attendance.data=" + data.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("making a folder for the demonstration", e);
    }
  }

  static RunningDemonstration get() {
    return ONE;
  }

  /** What went to a mailbox; waits until that much has. */
  List<MimeMessage> mailsTo(String mailbox, int atLeast) {
    return await(
        () ->
            Arrays.stream(mails.getReceivedMessages()).filter(mail -> isTo(mail, mailbox)).toList(),
        found -> found.size() >= atLeast,
        "%d mails to %s".formatted(atLeast, mailbox));
  }

  private static boolean isTo(MimeMessage mail, String mailbox) {
    try {
      return Arrays.stream(mail.getAllRecipients()).anyMatch(to -> to.toString().contains(mailbox));
    } catch (MessagingException e) {
      throw new IllegalStateException("reading a mail", e);
    }
  }

  /** Looks again until it is so; what the program does by itself takes a moment. */
  private static <T> T await(Supplier<T> look, Predicate<T> isSo, String what) {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    for (T found = look.get(); ; found = look.get()) {
      if (isSo.test(found)) {
        return found;
      }
      if (System.nanoTime() > until) {
        throw new AssertionError("no sign of " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
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
        .filter(person -> person.role().matches("(?i).*\\b" + role + ".*"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody is '%s' at '%s'".formatted(role, place)))
        .email();
  }

  <T> T bean(Class<T> type) {
    return program.getBean(type);
  }
}
