package uk.attendance.fault;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where this process is to die, or to stand still: at one named point, when it is passed for the
 * nth time.
 */
final class Points {

  /** As the shell reports a process that was killed. */
  private static final int KILLED = 137;

  private static @Nullable String armed;
  private static int left;
  private static boolean stands;

  private Points() {}

  static synchronized void arm(String point, int pass) {
    armed = point;
    left = pass;
    stands = false;
  }

  /** To stop as by SIGSTOP, until somebody wakes it. */
  static synchronized void armToStand(String point, int pass) {
    arm(point, pass);
    stands = true;
  }

  /** The fragment of SQL that an armed point of the database looks for; null where none is. */
  static synchronized @Nullable String sql(String kind) {
    String point = armed;
    return point != null && point.startsWith(kind + " ")
        ? point.substring(kind.length() + 1)
        : null;
  }

  static void pass(String point) {
    if (isNow(point)) {
      if (stands) {
        stand();
      } else {
        // no shutdown hook, no finally: as if the machine had lost its power
        Runtime.getRuntime().halt(KILLED);
      }
    }
  }

  private static synchronized boolean isNow(String point) {
    if (!point.equals(armed) || --left > 0) {
      return false;
    }
    armed = null;
    return true;
  }

  private static void stand() {
    System.out.println(NodeProgram.STANDS);
    System.out.flush();
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("standing still", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
