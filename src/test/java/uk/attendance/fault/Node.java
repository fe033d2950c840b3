package uk.attendance.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One {@link NodeProgram} in a process of its own, from the side of the test. */
final class Node implements AutoCloseable {

  /** However slow the machine: a node that says nothing for so long hangs. */
  private static final int PATIENCE_SECONDS = 900;

  private static final String ENDED = "\0ended";
  private static final int LINES_KEPT = 400;

  private final Process process;
  private final OutputStream in;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Semaphore stands = new Semaphore(0);
  private final Deque<String> log = new ArrayDeque<>();

  /** The process is no more, or was killed while it was asked. */
  static final class Died extends Exception {
    private static final long serialVersionUID = 1;

    Died(String message) {
      super(message);
    }
  }

  /** It is alive and could not do what it was told. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  private Node(Process process) {
    this.process = process;
    this.in = process.getOutputStream();
    Thread reader = new Thread(this::read, "node " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Begins to start one; {@link #awaitUp} waits until it answers. */
  static Node starting(List<String> settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Duser.timezone=Europe/London",
                "-Djava.awt.headless=true",
                // it lives for seconds: what starts soonest
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                NodeProgram.class.getName()));
    command.addAll(settings);
    try {
      return new Node(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new IllegalStateException("starting a node", e);
    }
  }

  Node awaitUp() throws Died {
    try {
      answer("start");
      return this;
    } catch (Died e) {
      throw new Died(e.getMessage() + "\n" + log());
    } catch (Refused e) {
      throw new IllegalStateException("a node that starts is not asked anything", e);
    }
  }

  /** What it answers to a command; one at a time. */
  synchronized List<String> ask(String... words) throws Died, Refused {
    try {
      in.write((String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      throw new Died("node %d had ended before '%s'".formatted(process.pid(), words[0]));
    }
    return answer(words[0]);
  }

  private List<String> answer(String command) throws Died, Refused {
    List<String> lines = new ArrayList<>();
    while (true) {
      String line = next(command);
      if (line.equals(ENDED)) {
        answers.add(ENDED);
        throw new Died("node %d died during '%s'".formatted(process.pid(), command));
      }
      if (line.equals(NodeProgram.DONE)) {
        return lines;
      }
      if (line.startsWith(NodeProgram.FAILED)) {
        throw new Refused(command + ": " + line.substring(NodeProgram.FAILED.length()));
      }
      lines.add(line);
    }
  }

  private String next(String command) {
    try {
      String line = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new IllegalStateException(
            "node %d hangs at '%s'. Its log:\n%s".formatted(process.pid(), command, log()));
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(NodeProgram.STANDS)) {
          stands.release();
        } else if (line.startsWith(NodeProgram.MARK)) {
          answers.add(line.substring(NodeProgram.MARK.length()));
        } else {
          keep(line);
        }
      }
    } catch (IOException e) {
      keep(e.toString());
    } finally {
      answers.add(ENDED);
    }
  }

  private void keep(String line) {
    synchronized (log) {
      log.add(line);
      if (log.size() > LINES_KEPT) {
        log.remove();
      }
    }
  }

  String log() {
    synchronized (log) {
      return String.join("\n", log);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: nothing is tidied up. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  void awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("node %d does not end".formatted(process.pid()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it stood still at the point that it was told to. */
  boolean hasStood() {
    return stands.tryAcquire();
  }

  /** Wakes it, should it stand still. */
  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("signal " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
