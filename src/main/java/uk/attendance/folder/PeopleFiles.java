package uk.attendance.folder;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.file.SchoolFile;
import uk.attendance.policy.ImportBrakes;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.ImportNotWaiting;
import uk.attendance.pupil.ImportingContacts;
import uk.attendance.pupil.ImportingPupils;
import uk.attendance.pupil.PeopleImport;
import uk.attendance.pupil.PeopleImports;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/**
 * Brings in files of pupils and contacts that nobody looked at first. One that would change many of
 * them, the first one of a school, and one that lifts a no-contact order wait for a person's yes.
 */
@Component
class PeopleFiles {

  private static final int RECENT = 20;

  private final ImportingPupils pupils;
  private final ImportingContacts contacts;
  private final PeopleImports imports;
  private final Schools schools;
  private final PolicyPacks packs;

  PeopleFiles(
      ImportingPupils pupils,
      ImportingContacts contacts,
      PeopleImports imports,
      Schools schools,
      PolicyPacks packs) {
    this.pupils = pupils;
    this.contacts = contacts;
    this.imports = imports;
    this.schools = schools;
    this.packs = packs;
  }

  /** The file as it is kept; read once, however often this is asked. */
  PeopleImport receive(FolderFile file, Kind kind, SchoolFile.Source source) {
    Scope scope = Scope.ofTheSystem(file.school());
    Long known = file.peopleFile();
    Optional<PeopleImport> kept =
        known != null
            ? imports.byId(known, scope)
            : imports.latest(file.school(), RECENT, scope).stream()
                .filter(one -> one.isWaiting() && one.by().equals(WatchedFolders.BY))
                .filter(one -> one.fileName().equals(file.name()))
                .filter(one -> !one.at().isBefore(file.takenAt()))
                .findFirst();
    return kept.orElseGet(
        () ->
            kind == Kind.PUPILS
                ? pupils.preview(file.school(), file.name(), source, WatchedFolders.BY)
                : contacts.preview(file.school(), file.name(), source, WatchedFolders.BY));
  }

  /** Applies what may go in by itself; what may not still waits afterwards. */
  PeopleImport apply(PeopleImport file) {
    if (!file.isWaiting() || asks(file).isPresent() || isHopeless(file)) {
      return file;
    }
    try {
      return file.kind() == PeopleImport.Kind.PUPILS ? pupils.apply(file) : contacts.apply(file);
    } catch (ImportNotWaiting somebodyWasQuicker) {
      return imports.byId(file.id(), Scope.ofTheSystem(file.school())).orElseThrow();
    }
  }

  /** Not one row can be taken; a yes would not help. */
  static boolean isHopeless(PeopleImport file) {
    return file.rows() > 0 && file.rejected() == file.rows();
  }

  void drop(PeopleImport file) {
    try {
      pupils.drop(file);
    } catch (ImportNotWaiting somebodyWasQuicker) {
      // dropped or applied, it waits no longer
    }
  }

  /** Why a person is to say yes first, as a sentence. */
  Optional<String> asks(PeopleImport file) {
    if (file.liftsANoContactOrder()) {
      return Optional.of("It lifts a no-contact order.");
    }
    int held = file.changed() + file.unchanged() + file.notInFile();
    int changed = file.added() + file.changed();
    if (!brakes(file.school()).stopsAtPeople(changed, held)) {
      return Optional.empty();
    }
    String words = Objects.requireNonNull(file.kind()).words();
    return Optional.of(
        held == 0
            ? "It is the first file of %s, or all of them are new.".formatted(words)
            : "It would add or change %,d %s where %,d are held.".formatted(changed, words, held));
  }

  private ImportBrakes brakes(SchoolId school) {
    return packs.pack(schools.get(school).pack()).importBrakes();
  }
}
