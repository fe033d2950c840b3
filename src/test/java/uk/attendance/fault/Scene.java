package uk.attendance.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import uk.attendance.fault.Node.Died;
import uk.attendance.fault.Node.Refused;
import uk.attendance.notify.NotifyStandIn;

/**
 * A database, a mail server and a stand-in for GOV.UK Notify that outlive their nodes, and the
 * clock that all nodes keep. Leases and locks are short, so that a test need not wait for minutes.
 */
final class Scene implements AutoCloseable {

  private static final List<String> SHORT =
      List.of(
          "--spring.main.banner-mode=off",
          "--spring.datasource.hikari.connection-timeout=5000",
          "--spring.mail.host=127.0.0.1",
          "--spring.mail.properties.mail.smtp.connectiontimeout=2000",
          "--spring.mail.properties.mail.smtp.timeout=4000",
          "--spring.mail.properties.mail.smtp.writetimeout=4000",
          "--attendance.notify.connect-within=2s",
          "--attendance.notify.answer-within=4s",
          "--attendance.letters.lease=12s",
          "--attendance.letters.try-again-after=1s,1s,1s,1s,1s,1s",
          "--attendance.register.lease=3s",
          "--camunda.bpm.job-execution.lock-time-in-millis=4000",
          "--camunda.bpm.job-execution.wait-time-in-millis=200",
          "--camunda.bpm.job-execution.max-wait=400",
          "--attendance.sign-in.argon2.memory=64KB",
          "--attendance.sign-in.argon2.iterations=1");

  final MailServer mail = new MailServer();
  final NotifyStandIn texts = new NotifyStandIn();
  private final List<String> settings;
  private final Path folder;
  private final List<Node> nodes = new ArrayList<>();
  private Duration shift = Duration.ZERO;

  private Scene(Path folder, String... settings) {
    this.folder = folder;
    this.settings = List.of(settings);
  }

  /** On the file that the demonstration and small installations use, as the program opens it. */
  static Scene onH2() {
    return new Scene(folder());
  }

  static Scene onPostgreSql(String url) {
    return new Scene(
        folder(),
        "--spring.datasource.url=" + url,
        "--spring.datasource.username=postgres",
        "--spring.datasource.hikari.maximum-pool-size=12",
        "--attendance.database.patience=8s");
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("faults");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A node that is up; one that fails is started again, as a service manager would. */
  Node up(Node starting) {
    Node node = starting;
    for (int tries = 1; ; tries++) {
      try {
        return node.awaitUp();
      } catch (Died e) {
        if (tries == 3) {
          throw new AssertionError("no node comes up", e);
        }
        node = starting();
      }
    }
  }

  /** Begins to start a node. */
  Node starting(String... more) {
    Node node =
        Node.starting(
            Stream.of(
                    SHORT,
                    settings,
                    List.of(
                        "--attendance.data=" + folder,
                        "--spring.mail.port=" + mail.port(),
                        "--attendance.notify.addresses=" + texts.address(),
                        "--fault.shift=" + shift.toMillis()),
                    List.of(more))
                .flatMap(List::stream)
                .toList());
    nodes.add(node);
    return node;
  }

  /** From now on it is that time for all nodes, and goes on from there. */
  void at(Instant time) {
    shift = Duration.between(Clock.systemUTC().instant(), time);
    for (Node node : nodes) {
      try {
        if (node.isAlive()) {
          node.ask("shift", Long.toString(shift.toMillis()));
        }
      } catch (Died e) {
        // the next one begins with it
      } catch (Refused e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    mail.close();
    texts.close();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
