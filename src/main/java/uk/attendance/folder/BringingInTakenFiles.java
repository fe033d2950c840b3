package uk.attendance.folder;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.file.SchoolFile;
import uk.attendance.file.UnreadableFile;
import uk.attendance.pupil.PeopleImport;
import uk.attendance.register.FileDigest;
import uk.attendance.register.ImportId;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.RegisterImports;
import uk.attendance.register.Spellings;

/**
 * Brings a taken file in, as far as it goes without a person. Asked again after a node died, it
 * goes on with what is kept already: the same bytes are the same extract.
 */
@Component
class BringingInTakenFiles {

  private static final int RECENT = 50;

  private final FolderFiles files;
  private final ImportingMarks marks;
  private final RegisterImports registers;
  private final Spellings spellings;
  private final PeopleFiles people;
  private final Clock clock;

  BringingInTakenFiles(
      FolderFiles files,
      ImportingMarks marks,
      RegisterImports registers,
      Spellings spellings,
      PeopleFiles people,
      Clock clock) {
    this.files = files;
    this.marks = marks;
    this.registers = registers;
    this.spellings = spellings;
    this.people = people;
    this.clock = clock;
  }

  /** How a file ended; empty outcome: it is still being read, by another node perhaps. */
  record Ended(@Nullable Outcome outcome, String sentence) {

    static final Ended NOT_YET = new Ended(null, "");
  }

  /**
   * What the file is.
   *
   * @throws UnreadableFile when it is nothing that we know
   */
  Kind kind(FolderFile file, SchoolFile.Source source) {
    if (file.kind() != null) {
      return file.kind();
    }
    Map<String, String> own = spellings.of(file.school()).columns();
    try (SchoolFile opened = SchoolFile.open(source)) {
      return Kind.of(
              file.name(),
              column -> opened.has(column) || opened.has(own.getOrDefault(column, column)))
          .orElseThrow(
              () ->
                  new UnreadableFile(
                      "It is neither register marks nor pupils nor contacts, as far as its name and columns tell. Its columns are: %s."
                          .formatted(columns(opened))));
    }
  }

  Ended bringIn(FolderFile file, Kind kind, SchoolFile.Source source) {
    return kind == Kind.REGISTER ? register(file, source) : people(file, kind, source);
  }

  private Ended register(FolderFile file, SchoolFile.Source source) {
    Optional<RegisterImport> known = known(file, source);
    known.ifPresent(
        kept -> {
          files.isKept(file.id(), Kind.REGISTER, kept.id().value(), null);
          if (kept.state().isAtWork()) {
            marks.carryOn(kept.id());
          }
        });
    RegisterImport kept =
        known.isPresent()
            ? registers.find(file.school(), known.get().id()).orElseThrow()
            : marks.bringIn(
                file.school(),
                cut(file.name()),
                source,
                exportedAt(file),
                WatchedFolders.AUTHOR,
                false);
    files.isKept(file.id(), Kind.REGISTER, kept.id().value(), null);
    return switch (kept.state()) {
      case RECEIVED, CONFIRMED -> Ended.NOT_YET;
      case REFUSED -> new Ended(Outcome.FAILED, sentence(kept));
      case STAGED, STOPPED ->
          new Ended(Outcome.DONE, "It waits for a person's yes. " + sentence(kept));
      case DISCARDED -> new Ended(Outcome.DONE, "A person put it aside.");
      case APPLIED ->
          kept.counts().rejectsAll()
              ? new Ended(
                  Outcome.FAILED, "Not one of its marks could be taken; is it of this school?")
              : new Ended(
                  Outcome.DONE,
                  kept.counts().changesNothing()
                      ? "It was brought in and changed nothing."
                      : "It was brought in.");
    };
  }

  private Ended people(FolderFile file, Kind kind, SchoolFile.Source source) {
    PeopleImport received = people.receive(file, kind, source);
    files.isKept(file.id(), kind, null, received.id());
    PeopleImport now = people.apply(received);
    if (PeopleFiles.isHopeless(now)) {
      people.drop(now);
      return new Ended(Outcome.FAILED, "Not one of its rows could be taken; is it of this school?");
    }
    return switch (now.state()) {
      case WAITING ->
          new Ended(Outcome.DONE, "It waits for a person's yes. " + people.asks(now).orElse(""));
      case DROPPED -> new Ended(Outcome.DONE, "A person put it aside.");
      case DONE ->
          new Ended(
              Outcome.DONE,
              now.changesNothing()
                  ? "It was brought in and changed nothing."
                  : "It was brought in.");
    };
  }

  /** The register file that an earlier attempt made of it. */
  private Optional<RegisterImport> known(FolderFile file, SchoolFile.Source source) {
    Long id = file.registerFile();
    if (id != null) {
      return registers.find(file.school(), new ImportId(id));
    }
    if (file.attempts() == 0) {
      return Optional.empty();
    }
    String sha256 = FileDigest.of(source).sha256();
    return registers.recent(file.school(), RECENT).stream()
        .filter(one -> one.sha256().equals(sha256))
        .filter(one -> one.receivedBy().equals(WatchedFolders.AUTHOR))
        .filter(one -> !one.receivedAt().isBefore(file.takenAt()))
        .findFirst();
  }

  /** The file's own time; a clock that runs before ours makes no file of the future. */
  private Instant exportedAt(FolderFile file) {
    Instant now = clock.instant();
    return file.modifiedAt().isAfter(now) ? now : file.modifiedAt();
  }

  private static String sentence(RegisterImport file) {
    return file.sentence() == null ? "" : file.sentence();
  }

  private static String cut(String name) {
    return name.length() <= 200 ? name : name.substring(0, 200);
  }

  private static String columns(SchoolFile file) {
    String columns = String.join(", ", file.columns());
    return columns.length() <= 300 ? columns : columns.substring(0, 299) + "…";
  }
}
