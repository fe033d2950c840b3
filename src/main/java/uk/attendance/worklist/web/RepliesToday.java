package uk.attendance.worklist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Entries;
import uk.attendance.quickentry.Entry;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.FamilyToCall.Reply;

/** Messages of today about children, taken down by the office and not dealt with yet (DH-D4). */
@Component
class RepliesToday {

  private static final int AT_MOST = 200;

  private final Entries entries;
  private final Clock clock;

  RepliesToday(Entries entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /** The newest of each child. */
  Map<PupilId, Reply> of(CurrentSchool here, Scope scope) {
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    List<Entry> open =
        entries.wanted(
            new Entries.Wanted(today, EntryKind.MESSAGE, "", true), here.id(), AT_MOST, scope);
    Map<PupilId, Reply> replies = new HashMap<>();
    for (Entry entry : open) {
      String from = entry.said().teller().words();
      Reply reply = new Reply(entry.at(), from == null ? "" : from, entry.said().what().words());
      entry.about().forEach(about -> replies.putIfAbsent(about.pupil(), reply));
    }
    return replies;
  }
}
