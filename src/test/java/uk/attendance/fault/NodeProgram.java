package uk.attendance.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.TaskScheduler;
import uk.attendance.AttendanceApplication;
import uk.attendance.casefile.Invariant;
import uk.attendance.notify.Receipts;
import uk.attendance.school.SchoolId;

/**
 * The whole program without its pages, in a process of its own: a node that {@link Node} starts,
 * tells what to do line by line, and kills. All that differs from production is what this class
 * puts in: the clock, points to die at, and haste.
 */
final class NodeProgram {

  /** Lines of the talk; all others are the program's log. */
  static final String MARK = "@ ";

  /** Said on its own before the process stands still at a point. */
  static final String STANDS = "@stands";

  static final String DONE = "done";
  static final String FAILED = "failed ";

  private final ShiftedClock clock = new ShiftedClock();
  private final ConfigurableApplicationContext program;
  private final StorySchool school;

  private NodeProgram(String[] arguments) {
    program =
        new SpringApplicationBuilder(AttendanceApplication.class)
            .web(WebApplicationType.NONE)
            .registerShutdownHook(false)
            .initializers(started -> putIn((GenericApplicationContext) started))
            .run(arguments);
    school = new StorySchool(program);
  }

  private void putIn(GenericApplicationContext context) {
    clock.shift(
        Duration.ofMillis(context.getEnvironment().getProperty("fault.shift", Long.class, 0L)));
    String point = context.getEnvironment().getProperty("fault.point");
    if (point != null) {
      Points.arm(point, context.getEnvironment().getRequiredProperty("fault.pass", Integer.class));
    }
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(PointedBeans.class);
    context.registerBean(
        "taskScheduler",
        TaskScheduler.class,
        () ->
            new Hurry(
                context
                    .getEnvironment()
                    .getProperty("spring.task.scheduling.pool.size", Integer.class, 1)));
  }

  public static void main(String[] arguments) throws Exception {
    NodeProgram node = new NodeProgram(arguments);
    say(DONE);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      try {
        node.answer(line.split(" ")).forEach(NodeProgram::say);
        say(DONE);
      } catch (RuntimeException | IOException e) {
        e.printStackTrace(System.out);
        say(FAILED + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      }
    }
    // whoever started it is gone
    Runtime.getRuntime().halt(0);
  }

  private static synchronized void say(String line) {
    System.out.println(MARK + line);
    System.out.flush();
  }

  private List<String> answer(String[] words) throws IOException {
    switch (words[0]) {
      case "shift" -> clock.shift(Duration.ofMillis(Long.parseLong(words[1])));
      case "arm" -> Points.arm(words[1].replace('_', ' '), Integer.parseInt(words[2]));
      case "stand" -> Points.armToStand(words[1].replace('_', ' '), Integer.parseInt(words[2]));
      case "found" -> school.found(words[1], Integer.parseInt(words[2]));
      case "morning" -> school.morning(words[1], LocalDate.parse(words[2]));
      case "afternoon" -> school.afternoon(words[1], LocalDate.parse(words[2]));
      case "calls" -> school.calls(words[1]);
      case "receipt" -> {
        boolean taken =
            program
                .getBean(Receipts.class)
                .take(new SchoolId(words[1]), words[2], words[3], words[4], false, null);
        return List.of(taken ? "taken" : "again");
      }
      case "busy" -> {
        return school.busy(words[1]);
      }
      case "dump" -> {
        return school.dump(words[1]);
      }
      case "messages" -> {
        return school.messages(words[1]);
      }
      case "broken" -> {
        return program.getBeansOfType(Invariant.class).values().stream()
            .flatMap(
                invariant -> invariant.broken().stream().map(line -> invariant.id() + " " + line))
            .toList();
      }
      default -> throw new IllegalArgumentException("no such command: " + words[0]);
    }
    return List.of();
  }
}
