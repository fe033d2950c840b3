package uk.attendance.register;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * Marks of a school were entered, changed or taken back. Published inside the transaction that
 * wrote them, so that what is kept beside them changes with them or not at all.
 *
 * @param importId the file they came from; null when entered by hand
 * @param pupils whose marks changed, in order of their ids
 * @param first first day with a changed mark
 * @param last last day with a changed mark
 */
public record MarksRecorded(
    @Nullable ImportId importId,
    SchoolId school,
    Set<PupilId> pupils,
    LocalDate first,
    LocalDate last) {

  public MarksRecorded {
    pupils =
        Collections.unmodifiableSet(
            pupils.stream()
                .collect(
                    Collectors.toCollection(
                        () -> new TreeSet<>(Comparator.comparingLong(PupilId::value)))));
  }
}
