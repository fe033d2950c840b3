package uk.attendance.folder.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.folder.FolderFile;
import uk.attendance.folder.FolderFiles;
import uk.attendance.folder.WatchedFolders;
import uk.attendance.worklist.TodayLine;

/**
 * What is wrong with the watched folder, and files of people that wait for a yes; a stopped
 * register file stands on Today whichever way it came.
 */
@Component
@Order(20)
class FoldersToday implements TodayLine {

  private static final Duration NEWS = Duration.ofDays(1);

  private final WatchedFolders folders;
  private final FolderFiles files;
  private final Clock clock;

  FoldersToday(WatchedFolders folders, FolderFiles files, Clock clock) {
    this.folders = folders;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    List<Line> lines = new ArrayList<>();
    if (!folders.isOn()
        || !scope.has(
            school.id(),
            Role.OFFICE,
            Role.ATTENDANCE_OFFICER,
            Role.ATTENDANCE_LEAD,
            Role.HEADTEACHER)) {
      return lines;
    }
    add(
        lines,
        folders.troubles(school.id()).size(),
        "thing to put right in the watched folder",
        "things to put right in the watched folder",
        "/registers");
    add(
        lines,
        files.countFailed(school.id(), clock.instant().minus(NEWS)),
        "file from the watched folder could not be brought in since yesterday",
        "files from the watched folder could not be brought in since yesterday",
        "/registers");
    List<FolderFile> waiting = files.waitingForAYes(school.id());
    if (!waiting.isEmpty() && FoldersOfRegisters.maySeePeopleFiles(school, scope)) {
      add(
          lines,
          waiting.size(),
          "file of pupils or contacts waits for a yes",
          "files of pupils or contacts wait for a yes",
          FoldersOfRegisters.href(waiting.get(0)));
    }
    return lines;
  }

  private static void add(List<Line> lines, int count, String one, String several, String href) {
    if (count > 0) {
      lines.add(Line.of(count, Integer.MAX_VALUE, one, several, href, true));
    }
  }
}
