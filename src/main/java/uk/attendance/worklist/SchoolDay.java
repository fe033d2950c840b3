package uk.attendance.worklist;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.register.MissingRegisters.ClassRegister;
import uk.attendance.school.Session;

/**
 * How far a school's day has come.
 *
 * @param day "Monday 3 November 2025"
 * @param closedBecause why the school is closed today; null on a school day
 * @param sessions that are open today, in order
 */
public record SchoolDay(String day, @Nullable String closedBecause, List<Register> sessions) {

  public SchoolDay {
    sessions = List.copyOf(sessions);
  }

  /**
   * @param closes when the register closes by the school's policy
   * @param closed whether it has
   */
  public record Register(
      Session session, LocalTime closes, boolean closed, List<ClassRegister> classes) {

    public Register {
      classes = List.copyOf(classes);
    }

    public List<ClassRegister> missing() {
      return classes.stream().filter(ClassRegister::missing).toList();
    }

    /** Pupils without a mark. */
    public int unmarked() {
      return classes.stream().mapToInt(ClassRegister::unmarked).sum();
    }
  }
}
