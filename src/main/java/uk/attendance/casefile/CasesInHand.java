package uk.attendance.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.OneLook;

/**
 * The cases that one look opened: nobody else can know or change them before it commits. Of pupils
 * who had no case when it began, these are all. Cases that were there before are read as ever.
 */
final class CasesInHand {

  private final Map<PupilId, List<CaseFile>> cases = new HashMap<>();
  private final Map<CaseId, CaseFile> byId = new HashMap<>();
  private final Map<String, CaseFile> byInstance = new HashMap<>();

  /** Empty outside a look. */
  static Optional<CasesInHand> now() {
    return OneLook.isOn()
        ? Optional.of(OneLook.once(CasesInHand.class, CasesInHand::new))
        : Optional.empty();
  }

  void haveNone(Collection<PupilId> pupils) {
    pupils.forEach(pupil -> cases.put(pupil, new ArrayList<>()));
  }

  /** The newest first; empty where they have to be read. */
  Optional<List<CaseFile>> of(PupilId pupil) {
    return Optional.ofNullable(cases.get(pupil))
        .map(
            all ->
                all.stream()
                    .sorted(Comparator.comparing((CaseFile one) -> one.id().value()).reversed())
                    .toList());
  }

  Optional<CaseFile> find(CaseId id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<CaseFile> find(String instance) {
    return Optional.ofNullable(byInstance.get(instance));
  }

  /** A case that was opened in this look, as it stands now. */
  void put(CaseFile file) {
    List<CaseFile> ofPupil = cases.get(file.pupil());
    if (ofPupil != null) {
      ofPupil.removeIf(one -> one.id().equals(file.id()));
      ofPupil.add(file);
    }
    byId.put(file.id(), file);
    if (!file.instance().isEmpty()) {
      byInstance.put(file.instance(), file);
    }
  }
}
