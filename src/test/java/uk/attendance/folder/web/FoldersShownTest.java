package uk.attendance.folder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.attendance.folder.SomeFolders.HEAD;
import static uk.attendance.folder.SomeFolders.SCHOOL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.folder.SomeFolders;
import uk.attendance.pupil.People;
import uk.attendance.register.web.RegistersPart;
import uk.attendance.worklist.TodayLine;

class FoldersShownTest {

  @TempDir Path root;

  @OnBothDatabases
  void registersNameTheFolderItsTroublesAndItsLastFiles(Database database) throws IOException {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.register.pupil("100");
    folders.put("attendance.csv", HEAD + "100,2025-11-03,AM,N\n");
    folders.put("menu.csv", "fish\nsoup\n");
    folders.lookTwice();
    Files.createSymbolicLink(folders.in(SCHOOL).resolve("link.csv"), root);
    folders.watching.look();

    List<RegistersPart.Part> parts =
        new FoldersOfRegisters(folders.watching, folders.files)
            .parts(school("some-school"), People.at(SCHOOL, Role.OFFICE));

    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).says()).contains(folders.in(SCHOOL).toString());
    assertThat(parts.get(0).troubles()).hasSize(1);
    assertThat(parts.get(0).files())
        .extracting(RegistersPart.File::name, RegistersPart.File::state, RegistersPart.File::href)
        .containsExactlyInAnyOrder(
            tuple(
                "attendance.csv",
                "done",
                "/registers/" + folders.register.imports.recent(SCHOOL, 1).get(0).id()),
            tuple("menu.csv", "failed", ""));
    assertThat(
            new FoldersOfRegisters(folders.watching, folders.files)
                .parts(school("some-school"), People.at(People.ELM, Role.OFFICE))
                .get(0)
                .files())
        .as("out of scope")
        .isEmpty();
  }

  @OnBothDatabases
  void todaySaysWhatIsWrongToThoseWhoBringFilesIn(Database database) throws IOException {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.put("menu.csv", "fish\nsoup\n");
    folders.lookTwice();
    Files.createSymbolicLink(folders.in(SCHOOL).resolve("link.csv"), root);
    folders.watching.look();

    assertThat(today(folders, Role.OFFICE))
        .containsExactly(
            "1 thing to put right in the watched folder",
            "1 file from the watched folder could not be brought in since yesterday");
    assertThat(today(folders, Role.TEACHER)).isEmpty();
  }

  private static List<String> today(SomeFolders folders, Role role) {
    Scope scope = People.at(SCHOOL, role);
    return new FoldersToday(folders.watching, folders.files, folders.register.clock)
        .today(school("some-school"), null, scope).stream()
            .map(TodayLine.Line::toString)
            .map(line -> line.replaceAll("Line\\[count=(\\S+), words=(.*), href=.*", "$1 $2"))
            .toList();
  }

  private static CurrentSchool school(String id) {
    return new CurrentSchool(new uk.attendance.school.SchoolId(id), "Some School", "national");
  }
}
