package uk.attendance.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Timeline;
import uk.attendance.pupil.PupilId;

/** Reads all that was done in a story from the timelines of its cases. */
@Component
@Profile("scenario")
class Ledgers {

  private final CaseFiles cases;
  private final Timeline timeline;

  Ledgers(CaseFiles cases, Timeline timeline) {
    this.cases = cases;
    this.timeline = timeline;
  }

  private record Done(Entry entry, LedgerRow row) {}

  /** In the order in which it was done. */
  List<LedgerRow> of(StorySchool school) {
    List<Done> done = new ArrayList<>();
    for (Map.Entry<String, PupilId> pupil : school.pupils().entrySet()) {
      for (CaseFile file : cases.of(pupil.getValue(), Scope.ofTheSystem(school.id()))) {
        for (Entry entry : timeline.of(file.id())) {
          if (entry.kind() != EntryKind.FLOW && entry.kind() != EntryKind.LEFT) {
            done.add(new Done(entry, LedgerRow.of(entry, pupil.getKey(), file.process())));
          }
        }
      }
    }
    return done.stream()
        .sorted(
            Comparator.comparing((Done one) -> one.entry().at())
                .thenComparing(one -> one.entry().caseId().value())
                .thenComparing(one -> one.entry().position()))
        .map(Done::row)
        .toList();
  }
}
