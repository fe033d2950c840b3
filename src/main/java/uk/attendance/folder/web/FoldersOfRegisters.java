package uk.attendance.folder.web;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.folder.FolderFile;
import uk.attendance.folder.FolderFiles;
import uk.attendance.folder.Outcome;
import uk.attendance.folder.WatchedFolders;
import uk.attendance.register.web.RegistersPart;
import uk.attendance.school.SchoolCalendar;

/** The watched folder and its last files, on the page Registers. */
@Component
class FoldersOfRegisters implements RegistersPart {

  private static final int SHOWN = 8;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK)
          .withZone(SchoolCalendar.ZONE);

  private final WatchedFolders folders;
  private final FolderFiles files;

  FoldersOfRegisters(WatchedFolders folders, FolderFiles files) {
    this.folders = folders;
    this.files = files;
  }

  @Override
  public List<Part> parts(CurrentSchool school, Scope scope) {
    return folders
        .in(school.id())
        .map(
            in ->
                new Part(
                    "From the watched folder",
                    says(in),
                    folders.troubles(school.id()),
                    files.latest(school.id(), SHOWN, scope).stream()
                        .map(file -> file(file, school, scope))
                        .toList()))
        .stream()
        .toList();
  }

  private static String says(Path in) {
    return "Register marks, pupils and contacts that your system exports to %s are brought in by themselves; each file lies in “done” or “failed” afterwards, with a report beside it."
        .formatted(in);
  }

  private static File file(FolderFile file, CurrentSchool school, Scope scope) {
    return new File(
        file.name(),
        MOMENT.format(file.takenAt()),
        state(file),
        badge(file),
        file.sentence() == null ? "" : file.sentence(),
        file.peopleFile() == null || maySeePeopleFiles(school, scope) ? href(file) : "");
  }

  /** As the page of such files has it. */
  static boolean maySeePeopleFiles(CurrentSchool school, Scope scope) {
    return scope.has(
        school.id(), Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.MANAGER);
  }

  private static String state(FolderFile file) {
    if (file.outcome() == null) {
      return "being read";
    }
    return file.outcome() == Outcome.DONE ? "done" : "failed";
  }

  private static String badge(FolderFile file) {
    if (file.outcome() == null) {
      return "";
    }
    return file.outcome() == Outcome.DONE ? "app-badge--good" : "app-badge--bad";
  }

  static String href(FolderFile file) {
    if (file.registerFile() != null) {
      return "/registers/" + file.registerFile();
    }
    return file.peopleFile() == null ? "" : "/pupils/import/" + file.peopleFile();
  }
}
