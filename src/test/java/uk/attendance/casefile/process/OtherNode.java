package uk.attendance.casefile.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import uk.attendance.AttendanceApplication;

/** The program in a process of its own, as a second node. */
final class OtherNode {

  private final Process process;
  private final StringBuffer log = new StringBuffer();
  private final CountDownLatch settled = new CountDownLatch(1);
  private volatile boolean up;

  private OtherNode(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "other node");
    reader.setDaemon(true);
    reader.start();
  }

  static OtherNode start(String... settings) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Duser.timezone=Europe/London",
                // it lives for seconds: what starts soonest
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AttendanceApplication.class.getName()));
    command.addAll(List.of(settings));
    return new OtherNode(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.append(line).append('\n');
        if (line.contains("Started AttendanceApplication")) {
          up = true;
          settled.countDown();
        }
      }
    } catch (IOException e) {
      log.append(e);
    } finally {
      settled.countDown();
    }
  }

  /** Waits until the node answers or has ended, however long it takes within two minutes. */
  boolean cameUp() {
    try {
      settled.await(2, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return up;
  }

  String log() {
    return log.toString();
  }

  void stop() {
    process.destroy();
  }
}
