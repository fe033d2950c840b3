package uk.attendance.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.Place;

/** Something that somebody does in a story. */
sealed interface Happening {

  Place place();

  /**
   * A parent follows the link in the newest message about a child.
   *
   * @param from whose message it is
   * @param pupils whose dates of birth are given, one after the other
   * @param wrongDates how many wrong dates are given before
   */
  record Reply(
      Place place, String from, List<String> pupils, int wrongDates, Map<String, Object> with)
      implements Happening {}

  /** A file from the school's system. */
  record Import(Place place, List<Story.Entry> entries) implements Happening {}

  /**
   * Leave asked for on paper.
   *
   * @param applicant a contact of the story, or a name that none of them has
   * @param received null: the day of the step
   */
  record RequestLeave(
      Place place,
      List<String> children,
      LocalDate from,
      LocalDate to,
      String ground,
      String reason,
      String applicant,
      @Nullable LocalDate received)
      implements Happening {}

  /** Word that comes in about a pupil. */
  record Message(Place place, String name, String pupil, Map<String, Object> with)
      implements Happening {}

  /**
   * A task answered.
   *
   * @param by a role's name or one of the story's people; null: the task's role
   */
  record Do(
      Place place,
      String task,
      String pupil,
      String outcome,
      Map<String, Object> with,
      @Nullable String by)
      implements Happening {}

  record CloseSchool(Place place, Story.Range on, String reason) implements Happening {}

  /**
   * @param review when the safeguarding lead looks at it again
   */
  record Hold(Place place, String pupil, String reason, @Nullable LocalDate review)
      implements Happening {}

  record Release(Place place, String pupil) implements Happening {}

  record LeaveSchool(Place place, String pupil, LocalDate on) implements Happening {}
}
