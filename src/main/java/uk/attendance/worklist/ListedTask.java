package uk.attendance.worklist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.AccountId;
import uk.attendance.account.Role;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.Pupil;
import uk.attendance.school.SchoolId;

/**
 * An open task as one person may see it.
 *
 * @param task its key, such as {@code telephone-parents}
 * @param pupil null while a safeguarding hold hides whom it is about
 * @param why JSON, as on the timeline; null under a hold
 * @param revision what the reader saw; a change names it, so that nobody overwrites a colleague
 */
public record ListedTask(
    TaskId id,
    CaseId caseId,
    SchoolId school,
    String task,
    Role role,
    @Nullable Pupil pupil,
    @Nullable Holder holder,
    Instant dueAt,
    LocalDate dueOn,
    Instant openedAt,
    @Nullable String why,
    @Nullable Postponed postponed,
    boolean onHold,
    int revision) {

  /** Who has claimed it. */
  public record Holder(AccountId id, String name) {}

  /** Out of the list until a day; its deadline stands. */
  public record Postponed(LocalDate until, String because) {}

  public boolean isHeldBy(AccountId person) {
    return holder != null && holder.id().equals(person);
  }

  /** "Telephone parents": the key is the diagram's own words. */
  public String name() {
    return nameOf(task);
  }

  public static String nameOf(String task) {
    String words = task.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
  }

  /** "Telephone parents, Ada Okafor" */
  public String words() {
    return pupil == null ? name() + ", pupil not shown" : name() + ", " + pupil.name();
  }
}
