package uk.attendance.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.file.SchoolFile;
import uk.attendance.register.RejectedRows.Reject;
import uk.attendance.register.StagedMarks.Twice;
import uk.attendance.school.Session;

/**
 * Sessions that one file speaks about more than once. The same code again is taken once; two codes
 * contradict each other, and neither is taken.
 */
@Component
class Repeats {

  private final StagedMarks staged;
  private final RejectedRows rejects;
  private final StoredFiles files;

  Repeats(StagedMarks staged, RejectedRows rejects, StoredFiles files) {
    this.staged = staged;
    this.rejects = rejects;
    this.files = files;
  }

  /** Marks that were taken out again, one way or the other. */
  record Settled(int repeated, int rejected) {}

  private record Contradiction(LocalDate day, Session session, String reason) {}

  Settled settle(RegisterImport file, Set<Twice> twice) {
    Map<Integer, List<Contradiction>> contradictions = new HashMap<>();
    int repeated = 0;
    int rejected = 0;
    for (Twice session : twice) {
      List<StagedMark> said = staged.about(file.id(), session);
      boolean agreed = said.stream().map(StagedMark::code).distinct().count() == 1;
      List<StagedMark> surplus = agreed ? said.subList(0, said.size() - 1) : said;
      surplus.forEach(mark -> staged.remove(file.id(), mark));
      if (agreed) {
        repeated += surplus.size();
      } else {
        rejected += said.size();
        Contradiction one = new Contradiction(session.day(), session.session(), reason(said));
        said.forEach(
            mark ->
                contradictions.computeIfAbsent(mark.line(), line -> new ArrayList<>()).add(one));
      }
    }
    if (!contradictions.isEmpty()) {
      rejects.add(file.id(), withTexts(file, contradictions));
    }
    return new Settled(repeated, rejected);
  }

  private static String reason(List<StagedMark> said) {
    StagedMark one = said.get(0);
    List<String> codes =
        said.stream().map(mark -> "%s on line %d".formatted(mark.code(), mark.line())).toList();
    return "The file says different things about the %s of %s: %s. None of them was taken."
        .formatted(
            one.session().words(), MarkCheck.DAY.format(one.day()), String.join(", ", codes));
  }

  /** Goes through the file once more for the rows' own words. */
  private List<Reject> withTexts(
      RegisterImport file, Map<Integer, List<Contradiction>> contradictions) {
    List<Reject> complete = new ArrayList<>();
    try (StoredFile again = files.open(file)) {
      for (SchoolFile.Row row : again) {
        int line = (int) row.line();
        for (Contradiction one : contradictions.getOrDefault(line, List.of())) {
          String cell = again.layout().cell(one.day(), one.session());
          complete.add(new Reject(line, cell, one.reason(), row.text()));
        }
      }
    }
    return complete;
  }
}
