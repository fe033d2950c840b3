package uk.attendance.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * Another node: the program in a process of its own, whose job executor works when it is told to.
 */
final class Node implements AutoCloseable {

  private static final String READY = "ready";

  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;

  Node(String url) {
    try {
      process =
          new ProcessBuilder(
                  System.getProperty("java.home") + "/bin/java",
                  "-Xmx512m",
                  "-Duser.timezone=Europe/London",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Node.class.getName(),
                  url)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      orders = process.outputWriter(StandardCharsets.UTF_8);
      answers = process.inputReader(StandardCharsets.UTF_8);
      await();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when it is done. */
  void say(String order) {
    try {
      orders.write(order + "\n");
      orders.flush();
      await();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.equals(READY)) {
        return;
      }
    }
    throw new IllegalStateException("a node died");
  }

  @Override
  public void close() {
    process.destroy();
  }

  public static void main(String[] arguments) throws IOException {
    try (Program program = new Program(arguments[0], TimersBench.NOW, false)) {
      JobExecutor executor =
          ((ProcessEngineConfigurationImpl)
                  program.bean(ProcessEngine.class).getProcessEngineConfiguration())
              .getJobExecutor();
      System.out.println(READY);
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        if (order.equals("start")) {
          executor.start();
        } else {
          executor.shutdown();
        }
        System.out.println(READY);
      }
    }
    System.exit(0);
  }
}
