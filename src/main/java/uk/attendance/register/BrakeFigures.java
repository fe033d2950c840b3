package uk.attendance.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.attendance.policy.ImportBrakes;

/**
 * What the brakes look at.
 *
 * @param held marks in the register for the file's days
 * @param families families with a pupil on roll
 * @param familiesToContact families with a new absence without a reason, on the day that has most
 */
public record BrakeFigures(int held, int families, int familiesToContact) {

  static final BrakeFigures NONE = new BrakeFigures(0, 0, 0);

  /** Why a person is asked first, in sentences; empty when nothing stands out. */
  Optional<String> stop(ImportCounts counts, ImportBrakes brakes) {
    List<String> why = new ArrayList<>();
    if (brakes.stopsAtChanged(counts.changed(), held)) {
      why.add(
          "It would change %d of the %d marks held for its days (more than %s)."
              .formatted(counts.changed(), held, brakes.changedAtMost().inWords()));
    }
    if (brakes.stopsAtBlanked(counts.blanked(), held)) {
      why.add(
          "It would take back %d of the %d marks held for its days (more than %s)."
              .formatted(counts.blanked(), held, brakes.blankedAtMost().inWords()));
    }
    if (brakes.stopsAtFamilies(familiesToContact, families)) {
      why.add(
          "It reports a new absence without a reason for %d of %d families on one day (more than %s)."
              .formatted(familiesToContact, families, brakes.familiesAtMost().inWords()));
    }
    return why.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", why));
  }
}
