package uk.attendance.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How long the cores worked, in seconds, for the program and for its PostgreSQL: what a piece of
 * work costs, whatever else the machine was doing meanwhile.
 */
record Cores(double program, double server) {

  static final Cores NONE = new Cores(0, 0);

  static Cores now(ProcessHandle server) {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Cores(
        machine.getProcessCpuTime() / 1e9,
        server
            .descendants()
            .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
            .mapToDouble(worked -> worked.toNanos() / 1e9)
            .sum());
  }

  Cores since(Cores before) {
    return new Cores(program - before.program, server - before.server);
  }

  Cores and(Cores more) {
    return new Cores(program + more.program, server + more.server);
  }

  /**
   * @return as words, in milliseconds of a core for each unit of work
   */
  String each(long units) {
    return "%.2f ms of a core in the program and %.2f in PostgreSQL"
        .formatted(program * 1e3 / units, server * 1e3 / units);
  }
}
