package uk.attendance.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.folder.SomeFolders.EXPORTED;
import static uk.attendance.folder.SomeFolders.HEAD;
import static uk.attendance.folder.SomeFolders.SCHOOL;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.pupil.People;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.ImportState;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.SomeRegister;
import uk.attendance.school.Session;

class WatchedFoldersTest {

  private static final String MARK = HEAD + "100,2025-11-03,AM,N\n";

  @TempDir Path root;

  @OnBothDatabases
  void aFileGoesIntoTheRegisterOnceItHasStoppedGrowing(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    PupilId pupil = folders.register.pupil("100");
    folders.put("attendance.csv", HEAD);
    folders.watching.look();
    folders.put("attendance.csv", MARK);
    folders.watching.look();
    assertThat(folders.imports()).as("it was still growing").isEmpty();

    folders.watching.look();

    assertThat(folders.register.code(pupil, "2025-11-03", Session.AM)).isEqualTo("N");
    RegisterImport brought = folders.imports().get(0);
    assertThat(brought.exportedAt()).isEqualTo(EXPORTED);
    assertThat(brought.receivedBy()).isEqualTo(WatchedFolders.AUTHOR);
    assertThat(folders.lyingIn("in")).isEmpty();
    assertThat(folders.lyingIn("taken")).isEmpty();
    assertThat(folders.lyingIn("done"))
        .containsExactly("attendance.csv", "attendance.csv.report.txt");
    assertThat(folders.read("done", "attendance.csv")).isEqualTo(MARK);
    assertThat(folders.read("done", "attendance.csv.report.txt"))
        .isEqualToNormalizingNewlines(
            """
            attendance.csv

            School:    Some School
            Exported:  Tuesday 4 November 2025, 09:20, as the file itself says
            Picked up: Tuesday 4 November 2025, 09:30
            Holds:     register marks

            It was brought in.

            Lines read: 1
            Marks read: 1
              1 new

            To see it, and rejected rows as a file that can be mended:
            https://attendance.example.org/registers/%s
            """
                .formatted(brought.id()));
    assertThat(folders.troubles()).isEmpty();
    assertThat(folders.register.broken()).isEmpty();
  }

  @OnBothDatabases
  void everySchoolHasItsFoldersAtTheFirstLook(Database database) {
    SomeFolders folders = SomeFolders.first(database, root.resolve("not/there/yet"));

    folders.watching.look();

    for (String folder : List.of("in", "taken", "done", "failed")) {
      assertThat(folders.lyingIn(folder)).isEmpty();
      assertThat(folders.lyingIn(People.OAK, folder)).isEmpty();
    }
    assertThat(folders.troubles()).isEmpty();
  }

  @OnBothDatabases
  void whatSaysThatItIsNotCompleteIsLeftUntilItIsRenamed(Database database) throws IOException {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.register.pupil("100");
    folders.put("attendance.csv.part", MARK);
    folders.put("more.TMP", MARK);
    folders.put(".hidden.csv", MARK);
    folders.lookTwice();
    assertThat(folders.lyingIn("in")).hasSize(3);

    Files.move(
        folders.in(SCHOOL).resolve("attendance.csv.part"),
        folders.in(SCHOOL).resolve("attendance.csv"));
    folders.lookTwice();

    assertThat(folders.imports()).hasSize(1);
    assertThat(folders.lyingIn("in")).containsExactly(".hidden.csv", "more.TMP");
  }

  @OnBothDatabases
  void whatLiesTooLongIsATroubleAndNeverSilence(Database database) throws IOException {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.put("attendance.csv.part", MARK);
    folders.put("empty.csv", "");
    folders.put(".hidden", "x");
    Files.createDirectories(folders.in(SCHOOL).resolve("folder"));

    for (int look = 1; look < Sightings.TOO_MANY; look++) {
      folders.watching.look();
    }
    assertThat(folders.troubles()).isEmpty();
    folders.watching.look();

    assertThat(folders.troubles())
        .containsExactlyInAnyOrder(
            "attendance.csv.part has lain there for a while and says by its name that it is not complete; the export may have broken off.",
            "empty.csv has lain there for a while and is empty.",
            "folder is a folder; only files are brought in.");
    assertThat(folders.imports()).isEmpty();
    Files.delete(folders.in(SCHOOL).resolve("attendance.csv.part"));
    Files.delete(folders.in(SCHOOL).resolve("empty.csv"));
    Files.delete(folders.in(SCHOOL).resolve("folder"));
    folders.watching.look();
    assertThat(folders.troubles()).as("put right").isEmpty();
  }

  @OnBothDatabases
  void nothingInDoneIsEverOverwritten(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.register.pupil("100");
    for (String code : List.of("N", "/", "I")) {
      folders.put("attendance.csv", MARK.replace("N\n", code + "\n"));
      folders.lookTwice();
    }

    assertThat(folders.lyingIn("done"))
        .containsExactly(
            "attendance (2).csv",
            "attendance (2).csv.report.txt",
            "attendance (3).csv",
            "attendance (3).csv.report.txt",
            "attendance.csv",
            "attendance.csv.report.txt");
    assertThat(folders.read("done", "attendance.csv")).isEqualTo(MARK);
  }

  @OnBothDatabases
  void whatLiesInDoneFromElsewhereIsNotOverwrittenEither(Database database) throws IOException {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.register.pupil("100");
    folders.watching.look();
    Files.writeString(root.resolve(SCHOOL.value()).resolve("done/attendance.csv"), "mine");
    folders.put("attendance.csv", MARK);

    folders.lookTwice();

    assertThat(folders.read("done", "attendance.csv")).isEqualTo("mine");
    assertThat(folders.lyingIn("done")).contains("attendance (2).csv.report.txt");
  }

  @OnBothDatabases
  void theOlderExportOfOneLookGoesFirst(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    PupilId pupil = folders.register.pupil("100");
    folders.put(SCHOOL, "a.csv", HEAD + "100,2025-11-03,AM,/\n", EXPORTED);
    folders.put(SCHOOL, "b.csv", MARK, EXPORTED.minus(Duration.ofHours(1)));

    folders.lookTwice();

    assertThat(folders.register.code(pupil, "2025-11-03", Session.AM)).isEqualTo("/");
    assertThat(folders.imports())
        .as("the newest first")
        .extracting(RegisterImport::fileName)
        .containsExactly("a.csv", "b.csv");
    assertThat(folders.imports().get(0).counts().changed()).isOne();
  }

  @OnBothDatabases
  void aFileOfTheFutureWasExportedNow(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.register.pupil("100");
    folders.put(SCHOOL, "attendance.csv", MARK, SomeRegister.NOW.plus(Duration.ofDays(300)));

    folders.lookTwice();

    assertThat(folders.imports().get(0).exportedAt()).isEqualTo(SomeRegister.NOW);
    assertThat(folders.imports().get(0).state()).isEqualTo(ImportState.APPLIED);
  }

  @OnBothDatabases
  void whatIsNothingThatWeKnowFailsAndSaysSo(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.put("menu.csv", "Robin,Example,Fish fingers\nSam,Example,Soup\n");
    folders.put("photo.jpg", "\u0000\u0001\u0002 no text");

    folders.lookTwice();

    assertThat(folders.lyingIn("failed"))
        .containsExactly("menu.csv", "menu.csv.report.txt", "photo.jpg", "photo.jpg.report.txt");
    assertThat(folders.read("failed", "menu.csv.report.txt"))
        .contains("Not brought in. It is neither register marks nor pupils nor contacts")
        .doesNotContain("Robin", "Sam");
    assertThat(folders.imports()).isEmpty();
    assertThat(folders.files.countFailed(SCHOOL, EXPORTED)).isEqualTo(2);
  }

  @OnBothDatabases
  void aRegisterWithForeignColumnsFailsAndWaitsForThemOnItsPage(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.put("attendance.csv", "Roll no,Day,Robin Example\n100,2025-11-03,N\n");

    folders.lookTwice();

    assertThat(folders.imports().get(0).state()).isEqualTo(ImportState.REFUSED);
    assertThat(folders.read("failed", "attendance.csv.report.txt"))
        .contains("The file has no column admission_no, date, session, code.")
        .contains("/registers/" + folders.imports().get(0).id())
        .doesNotContain("Robin");
  }

  @OnBothDatabases
  void aFileOfAnotherSchoolFailsWithItsLinesAndReasons(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.register.pupil("100");
    folders.put(
        "attendance.csv",
        """
        school,admission_no,date,session,code
        Elm,100,2025-11-03,AM,N
        Elm,101,2025-11-03,AM,N
        """);

    folders.lookTwice();

    assertThat(folders.read("failed", "attendance.csv.report.txt"))
        .contains("Not one of its marks could be taken; is it of this school?")
        .contains("Not brought in.")
        .contains("line 2: The row is of school “Elm”");
    assertThat(folders.imports().get(0).cameToNothing()).isTrue();
    assertThat(folders.register.everything()).isEmpty();
  }

  @OnBothDatabases
  void aStoppedFileLiesInDoneAndWaitsForAPerson(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    StringBuilder present = new StringBuilder(HEAD);
    for (int pupil = 100; pupil < 130; pupil++) {
      folders.register.pupil(Integer.toString(pupil));
      present.append(pupil).append(",2025-11-03,AM,/\n");
    }
    folders.put("attendance.csv", present.toString());
    folders.lookTwice();
    folders.put("attendance.csv", present.toString().replace(",/", ",N"));
    folders.lookTwice();

    assertThat(folders.imports().get(0).state()).isEqualTo(ImportState.STOPPED);
    assertThat(folders.read("done", "attendance (2).csv.report.txt"))
        .contains("It waits for a person's yes.");
    assertThat(folders.register.everything()).allMatch(mark -> mark.contains(" / "));
  }

  @OnBothDatabases
  void aFileTooLargeIsNotRead(Database database) {
    SomeFolders folders =
        SomeFolders.first(database, root)
            .thatTakesAtMost(database, DataSize.ofBytes(MARK.length() - 1));
    folders.put("attendance.csv", MARK);

    folders.lookTwice();

    assertThat(folders.read("failed", "attendance.csv.report.txt"))
        .contains("nothing of it was brought in");
    assertThat(folders.imports()).isEmpty();
  }

  @OnBothDatabases
  void linksAreNeverFollowed(Database database) throws IOException {
    SomeFolders folders = SomeFolders.first(database, root.resolve("folders"));
    folders.watching.look();
    Path outside = Files.writeString(root.resolve("outside.csv"), MARK);
    Files.createSymbolicLink(folders.in(SCHOOL).resolve("attendance.csv"), outside);
    Path elm = folders.root.resolve("elm");
    Files.delete(elm.resolve("in"));
    Files.createSymbolicLink(elm.resolve("in"), Files.createDirectory(root.resolve("elsewhere")));
    Files.writeString(root.resolve("elsewhere/attendance.csv"), MARK);

    folders.lookTwice();
    folders.lookTwice();

    assertThat(outside).hasContent(MARK);
    assertThat(root.resolve("elsewhere/attendance.csv")).exists();
    assertThat(folders.troubles())
        .containsExactlyInAnyOrder(
            "attendance.csv is a link, and links are not followed; put the file itself into the folder.",
            "The folder %s cannot be used: it is no folder of its own, and links are not followed."
                .formatted(elm));
  }

  @OnBothDatabases
  void aFileThatCannotBeTakenStaysAndIsATrouble(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.register.pupil("100");
    SomeFolders withoutRight =
        folders.beside(
            database,
            new Disk() {
              @Override
              void take(Path from, Path to) throws IOException {
                throw new AccessDeniedException(from.toString());
              }
            });
    folders.put("attendance.csv", MARK);

    withoutRight.lookTwice();

    assertThat(withoutRight.troubles())
        .containsExactly("attendance.csv cannot be taken: the program has no right to it.");
    assertThat(folders.lyingIn("in")).containsExactly("attendance.csv");
    assertThat(folders.latest(SCHOOL)).isEmpty();
    folders.lookTwice();
    assertThat(folders.imports()).hasSize(1);
    assertThat(folders.troubles()).isEmpty();
  }

  @OnBothDatabases
  void aFolderThatCannotBeReadIsATrouble(Database database) {
    SomeFolders folders =
        SomeFolders.first(database, root)
            .beside(
                database,
                new Disk() {
                  @Override
                  List<FoundFile> list(Path folder) throws IOException {
                    throw new AccessDeniedException(folder.toString());
                  }
                });

    folders.watching.look();

    assertThat(folders.watching.troubles(SCHOOL))
        .contains(
            "The folder %s cannot be used: the program has no right to it."
                .formatted(root.resolve(SCHOOL.value())));
    assertThat(folders.troubles())
        .contains("The folder %s cannot be read: the program has no right to it.".formatted(root));
  }

  @OnBothDatabases
  void aFileThatCannotBeReadFails(Database database) {
    SomeFolders folders =
        SomeFolders.first(database, root)
            .beside(
                database,
                new Disk() {
                  @Override
                  InputStream open(Path file) throws IOException {
                    throw new AccessDeniedException(file.toString());
                  }
                });
    folders.put("attendance.csv", MARK);

    folders.lookTwice();

    assertThat(folders.read("failed", "attendance.csv.report.txt"))
        .contains("Not brought in. The program has no right to read it.");
  }

  @OnBothDatabases
  void aFullDiskKeepsTheFileAmongTheTakenUntilThereIsRoom(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.register.pupil("100");
    SomeFolders full =
        folders.beside(
            database,
            new Disk() {
              @Override
              void write(Path file, String text) throws IOException {
                throw new FileSystemException(file.toString(), null, "No space left on device");
              }
            });
    folders.put("attendance.csv", MARK);

    full.lookTwice();
    full.watching.look();

    assertThat(full.troubles())
        .containsExactly(
            "attendance.csv was taken and cannot be brought further: the disk says “No space left on device”. It is tried again.");
    assertThat(full.imports()).hasSize(1);
    assertThat(folders.lyingIn("taken")).hasSize(1);
    folders.watching.look();
    assertThat(folders.lyingIn("done")).hasSize(2);
    assertThat(folders.lyingIn("taken")).isEmpty();
    assertThat(folders.imports()).hasSize(1);
    assertThat(folders.troubles()).isEmpty();
  }

  @OnBothDatabases
  void aFolderOfNoSchoolAndOneThatNobodyLooksIntoAreTroubles(Database database) throws IOException {
    SomeFolders folders = SomeFolders.first(database, root);
    Files.createDirectories(root.resolve("oka/in"));
    folders.watching.look();

    assertThat(folders.troubles())
        .containsExactly(
            "The folder %s bears the name of no school; nobody looks into it."
                .formatted(root.resolve("oka")));
    folders
        .register
        .jdbc
        .sql(
            """
            update folder_watch set troubles = null,
              looked_at = current_timestamp - interval '16' minute
            where folder in ('oak', '')
            """)
        .update();
    assertThat(folders.watching.troubles(People.OAK)).hasSize(1);
    assertThat(folders.troubles())
        .hasSize(2)
        .allMatch(words -> words.startsWith("Nobody has looked into the folder"));
  }

  @OnBothDatabases
  void whatLiesAmongTheTakenAndNobodyTookIsATrouble(Database database) throws IOException {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.watching.look();
    Files.writeString(root.resolve(SCHOOL.value()).resolve("taken/77"), MARK);

    folders.watching.look();

    assertThat(folders.troubles())
        .containsExactly(
            "taken/77 lies there and the program knows nothing of it; put it back into the folder “in”.");
  }

  @OnBothDatabases
  void nothingIsWatchedWhereNoFolderIsNamed(Database database) {
    SomeFolders off = SomeFolders.first(database, null);

    off.watching.look();

    assertThat(off.watching.isOn()).isFalse();
    assertThat(off.troubles()).isEmpty();
    assertThat(off.watching.in(SCHOOL)).isEmpty();
  }
}
