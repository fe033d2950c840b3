package uk.attendance.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;
import uk.attendance.Database;
import uk.attendance.account.PublicAddress;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.People;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.SomeRegister;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/**
 * A node that watches real folders for the schools of one database, wired by hand: two of them are
 * two nodes. Registers are those of some-school, pupils and contacts those of oak.
 */
public final class SomeFolders {

  public static final SchoolId SCHOOL = SomeRegister.SCHOOL;
  public static final Instant EXPORTED = SomeRegister.NOW.minus(Duration.ofMinutes(10));
  public static final String HEAD = "admission_no,date,session,code\n";
  static final DataSize LARGEST = DataSize.ofMegabytes(1);

  final Path root;
  public final SomeRegister register;
  public final People people;
  public final FolderFiles files;
  public final WatchedFolders watching;

  /** The first node of a database. */
  public static SomeFolders first(Database database, Path root) {
    People people = People.on(database);
    SomeRegister register = new SomeRegister(database.source()).founded();
    return new SomeFolders(database, root, register, people, new Disk(), LARGEST);
  }

  /** Another node, with a disk of its own moods. */
  SomeFolders beside(Database database, Disk disk) {
    SomeRegister another = new SomeRegister(database.source());
    return new SomeFolders(database, root, another, people, disk, LARGEST);
  }

  SomeFolders thatTakesAtMost(Database database, DataSize largest) {
    return new SomeFolders(database, root, register, people, new Disk(), largest);
  }

  private SomeFolders(
      Database database,
      Path root,
      SomeRegister register,
      People people,
      Disk disk,
      DataSize largest) {
    this.root = root;
    this.register = register;
    this.people = people;
    Schools schools = new Schools(database.jdbc());
    files = new FolderFiles(database.jdbc(), register.clock);
    BringingInTakenFiles bringing =
        new BringingInTakenFiles(
            files,
            register.importing,
            register.imports,
            register.spellings,
            new PeopleFiles(
                people.importingPupils,
                people.importingContacts,
                people.imports,
                schools,
                PolicyPacks.bundled()),
            register.clock);
    ReportOnFile report =
        new ReportOnFile(
            register.imports,
            register.rejects,
            people.imports,
            schools,
            new PublicAddress(URI.create("https://attendance.example.org"), "x@example.org"));
    watching =
        new WatchedFolders(
            new FolderSettings(root),
            schools,
            disk,
            new FolderLeases(database.jdbc()),
            new TakingFiles(disk, files),
            new WorkingOnFiles(
                disk, files, bringing, new EndingFiles(disk, files, report), largest));
  }

  /** A complete file is taken at the second look that finds it. */
  public void lookTwice() {
    watching.look();
    watching.look();
  }

  public void put(String name, String text) {
    put(SCHOOL, name, text, EXPORTED);
  }

  public void put(SchoolId school, String name, String text, Instant modified) {
    try {
      Path file = in(school).resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      Files.setLastModifiedTime(file, FileTime.from(modified));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path in(SchoolId school) {
    return SchoolFolder.of(root, school).in();
  }

  List<String> lyingIn(String folder) {
    return lyingIn(SCHOOL, folder);
  }

  List<String> lyingIn(SchoolId school, String folder) {
    try (Stream<Path> lying = Files.list(root.resolve(school.value()).resolve(folder))) {
      return lying.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String folder, String name) {
    return read(SCHOOL, folder, name);
  }

  String read(SchoolId school, String folder, String name) {
    try {
      return Files.readString(root.resolve(school.value()).resolve(folder).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<RegisterImport> imports() {
    return register.imports.recent(SCHOOL, 100);
  }

  List<FolderFile> latest(SchoolId school) {
    return files.latest(school, 100, Scope.ofTheSystem(school));
  }

  List<String> troubles() {
    return watching.troubles().stream().map(WatchedFolders.Trouble::words).toList();
  }

  /** The node that looked last has died in the middle of it, long ago. */
  void leasesRunOut() {
    register
        .jdbc
        .sql("update folder_watch set lease_until = current_timestamp - interval '1' second")
        .update();
  }

  /** The node that looked last has died in the middle of it, just now. */
  void leasesHold() {
    register
        .jdbc
        .sql(
            """
            update folder_watch set lease_by = 'dead',
              lease_until = current_timestamp + interval '60' second
            """)
        .update();
  }
}
