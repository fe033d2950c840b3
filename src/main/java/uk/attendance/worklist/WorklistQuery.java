package uk.attendance.worklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.TaskId;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/**
 * Which open tasks are asked for.
 *
 * @param schools where; those out of the reader's scope show nothing
 * @param task the key of one kind; null for all
 * @param text words of a pupil's name, admission number or class
 * @param after the key of the last task of the page before; null for the first page
 */
public record WorklistQuery(
    Whose whose,
    List<SchoolId> schools,
    @Nullable String task,
    @Nullable ClassId inClass,
    Due due,
    Standing standing,
    String text,
    @Nullable Key after) {

  public WorklistQuery {
    schools = List.copyOf(schools);
  }

  /** Whose tasks: claimed by the reader, of the reader's roles, or all that the reader sees. */
  public enum Whose {
    MINE,
    ROLE,
    ALL
  }

  /** When they are due. */
  public enum Due {
    ANY,
    OVERDUE,
    TODAY,
    THIS_WEEK,
    LATER
  }

  /** In the list, new in it today, under a safeguarding hold, or put off until a day to come. */
  public enum Standing {
    LISTED,
    NEW,
    ON_HOLD,
    POSTPONED
  }

  /** Where a page ends: lists are ordered and paged by it, never by a number of rows. */
  public record Key(LocalDate dueOn, TaskId task) {}

  /** Everything of a kind at one school, from the first page on. */
  public static WorklistQuery of(Whose whose, List<SchoolId> schools) {
    return new WorklistQuery(whose, schools, null, null, Due.ANY, Standing.LISTED, "", null);
  }

  public WorklistQuery by(Whose whose) {
    return new WorklistQuery(whose, schools, task, inClass, due, standing, text, null);
  }

  public WorklistQuery due(Due due) {
    return new WorklistQuery(whose, schools, task, inClass, due, standing, text, null);
  }

  public WorklistQuery ofKind(@Nullable String task) {
    return new WorklistQuery(whose, schools, task, inClass, due, standing, text, null);
  }

  public WorklistQuery standing(Standing standing) {
    return new WorklistQuery(whose, schools, task, inClass, due, standing, text, null);
  }

  public WorklistQuery in(@Nullable ClassId inClass) {
    return new WorklistQuery(whose, schools, task, inClass, due, standing, text, null);
  }

  public WorklistQuery searching(String text) {
    return new WorklistQuery(whose, schools, task, inClass, due, standing, text, null);
  }

  public WorklistQuery after(@Nullable Key after) {
    return new WorklistQuery(whose, schools, task, inClass, due, standing, text, after);
  }
}
