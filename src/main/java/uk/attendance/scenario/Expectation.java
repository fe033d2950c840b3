package uk.attendance.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.Place;
import uk.attendance.pupil.Channel;
import uk.attendance.school.Session;

/** What should be so after a step. */
sealed interface Expectation {

  Place place();

  /** As a person would say it. */
  String words();

  /**
   * An open task, or none.
   *
   * @param pupil null: whoever it is about
   */
  record Task(
      Place place,
      boolean open,
      String task,
      @Nullable String pupil,
      @Nullable String role,
      @Nullable LocalDate due,
      @Nullable LocalTime dueAt)
      implements Expectation {

    @Override
    public String words() {
      return (open ? "task " : "no task ")
          + task
          + (pupil == null ? "" : " for " + pupil)
          + (role == null ? "" : ", role " + role)
          + (due == null ? "" : ", due " + due)
          + (dueAt == null ? "" : " " + dueAt);
    }
  }

  /**
   * A letter sent since the expectations before, or none.
   *
   * @param to a contact of the story, or the authority; null: whoever
   */
  record Letter(
      Place place,
      boolean sent,
      String letter,
      @Nullable String pupil,
      @Nullable String to,
      @Nullable Channel by)
      implements Expectation {

    /** Who is meant beside the contacts of a story. */
    static final String AUTHORITY = "local-authority";

    @Override
    public String words() {
      return (sent ? "letter " : "no letter ")
          + letter
          + (pupil == null ? "" : " about " + pupil)
          + (to == null ? "" : " to " + to)
          + (by == null ? "" : " by " + by.key());
    }
  }

  /**
   * The state of the pupil's newest case of a process.
   *
   * @param state {@code open}, or the name of its end event
   */
  record Case(Place place, String process, String pupil, String state) implements Expectation {

    static final String OPEN = "open";

    @Override
    public String words() {
      return "case %s of %s: %s".formatted(process, pupil, state);
    }
  }

  /** No open case of a process. */
  record NoCase(Place place, String process, String pupil) implements Expectation {

    @Override
    public String words() {
      return "no open case %s of %s".formatted(process, pupil);
    }
  }

  record Mark(Place place, String pupil, LocalDate on, Session session, String is)
      implements Expectation {

    @Override
    public String words() {
      return "mark of %s on %s %s: %s".formatted(pupil, on, session, is);
    }
  }

  record Attendance(
      Place place, String pupil, @Nullable BigDecimal is, @Nullable Boolean persistent)
      implements Expectation {

    @Override
    public String words() {
      return "attendance of "
          + pupil
          + (is == null ? "" : ": " + is.toPlainString())
          + (persistent == null ? "" : persistent ? ", persistent" : ", not persistent");
    }
  }

  record Count(Place place, String count, String pupil, int is) implements Expectation {

    @Override
    public String words() {
      return "count %s of %s: %d".formatted(count, pupil, is);
    }
  }

  /** The step is refused, in a sentence that holds this. */
  record Refused(Place place, String holds) implements Expectation {

    @Override
    public String words() {
      return "the step refused with '%s'".formatted(holds);
    }
  }
}
