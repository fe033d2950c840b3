package uk.attendance.quickentry.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Entries;
import uk.attendance.quickentry.Entry;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.TaskInSight;
import uk.attendance.worklist.web.TaskPart;

/**
 * What was reported since the absence began, beside each task about it: whoever rings knows of the
 * reason on the answering machine (SV-F6).
 */
@Component
class EntriesOfTask implements TaskPart {

  private final Entries entries;
  private final EntryViews views;

  EntriesOfTask(Entries entries, EntryViews views) {
    this.entries = entries;
    this.views = views;
  }

  @Override
  public Optional<Card> card(TaskInSight.Open task, Scope scope) {
    List<EntryView> reported =
        reported(task.pupil().id(), task.pupil().school(), task.file().startedOn(), scope);
    return reported.isEmpty()
        ? Optional.empty()
        : Optional.of(new Card(15, "quickentry/task", reported));
  }

  /** Reports of absence and messages about the pupil, the newest first. */
  List<EntryView> reported(PupilId pupil, SchoolId school, LocalDate since, Scope scope) {
    List<Entry> found =
        entries.of(pupil, school, scope).stream()
            .filter(entry -> entry.kind() == EntryKind.REPORT || entry.kind() == EntryKind.MESSAGE)
            .filter(entry -> !entry.said().when().last().isBefore(since))
            .toList();
    return views.of(found, scope);
  }
}
