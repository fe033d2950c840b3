package uk.attendance.folder;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.PublicAddress;
import uk.attendance.account.Scope;
import uk.attendance.file.RejectedRow;
import uk.attendance.pupil.PeopleImport;
import uk.attendance.pupil.PeopleImports;
import uk.attendance.register.ImportCounts;
import uk.attendance.register.ImportId;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.RegisterImports;
import uk.attendance.register.RejectedRows;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Schools;

/**
 * Writes the report that lies beside a file in done or failed. Whoever can read the folder can read
 * it, so it holds lines and reasons, and nothing that a row itself says.
 */
@Component
class ReportOnFile {

  private static final int ROWS = 200;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK)
          .withZone(SchoolCalendar.ZONE);

  private final RegisterImports registers;
  private final RejectedRows rejects;
  private final PeopleImports people;
  private final Schools schools;
  private final PublicAddress address;

  ReportOnFile(
      RegisterImports registers,
      RejectedRows rejects,
      PeopleImports people,
      Schools schools,
      PublicAddress address) {
    this.registers = registers;
    this.rejects = rejects;
    this.people = people;
    this.schools = schools;
    this.address = address;
  }

  String of(FolderFile file) {
    List<String> lines = new ArrayList<>();
    lines.add(file.name());
    lines.add("");
    lines.add("School:    " + schools.get(file.school()).name());
    lines.add("Exported:  %s, as the file itself says".formatted(moment(file.modifiedAt())));
    lines.add("Picked up: " + moment(file.takenAt()));
    Kind kind = file.kind();
    lines.add("Holds:     " + (kind == null ? "not known" : kind.words()));
    lines.add("");
    lines.add(
        (file.outcome() == Outcome.FAILED ? "Not brought in. " : "")
            + String.valueOf(file.sentence()));
    if (file.registerFile() != null) {
      registers
          .find(file.school(), new ImportId(file.registerFile()))
          .ifPresent(kept -> register(kept, lines));
    } else if (file.peopleFile() != null) {
      people
          .byId(file.peopleFile(), Scope.ofTheSystem(file.school()))
          .ifPresent(kept -> people(kept, lines));
    } else {
      lines.add("");
      lines.add("To bring it in, put a mended file into the folder \"in\", or upload it:");
      lines.add(address.link("/registers").toString());
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  private void register(RegisterImport kept, List<String> lines) {
    ImportCounts counts = kept.counts();
    if (counts.rows() > 0) {
      lines.add("");
      lines.add("Lines read: %,d".formatted(counts.rows()));
      lines.add("Marks read: %,d".formatted(counts.read()));
      count(lines, counts.created(), "new");
      count(lines, counts.changed(), "changed");
      count(lines, counts.blanked(), "taken back");
      count(lines, counts.detailed(), "with new details");
      count(lines, counts.unchanged(), "as before");
      count(lines, counts.older(), "older than what is known");
      count(lines, counts.kept(), "decided here, and kept");
      count(lines, counts.repeated(), "stood there more than once");
      count(lines, counts.rejected(), "rejected");
    }
    rejected(
        lines,
        rejects.of(kept.id(), ROWS + 1).stream()
            .map(
                reject ->
                    "line %d%s: %s"
                        .formatted(
                            reject.line(),
                            reject.cell().isEmpty() ? "" : ", " + reject.cell(),
                            reject.reason()))
            .toList());
    seeAt(lines, "/registers/" + kept.id());
  }

  private void people(PeopleImport kept, List<String> lines) {
    lines.add("");
    lines.add("Lines read: %,d".formatted(kept.rows()));
    count(lines, kept.added(), "new");
    count(lines, kept.changed(), "changed");
    count(lines, kept.unchanged(), "as before");
    count(lines, kept.rejected(), "rejected");
    rejected(
        lines,
        people.rejects(kept).stream().limit(ROWS + 1).map(ReportOnFile::withoutItsWords).toList());
    seeAt(lines, "/pupils/import/" + kept.id());
  }

  /** What stands in quotes comes from the row and may be a name. */
  private static String withoutItsWords(RejectedRow reject) {
    return "line %d: %s".formatted(reject.line(), reject.reason().replaceAll("“[^”]*”", "“…”"));
  }

  private static void count(List<String> lines, int n, String words) {
    if (n > 0) {
      lines.add("  %,d %s".formatted(n, words));
    }
  }

  private static void rejected(List<String> lines, List<String> rows) {
    if (rows.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("Rejected:");
    rows.stream().limit(ROWS).map(row -> "  " + row).forEach(lines::add);
    if (rows.size() > ROWS) {
      lines.add("  and more; all of them stand on the page below.");
    }
  }

  private void seeAt(List<String> lines, @Nullable String path) {
    lines.add("");
    lines.add("To see it, and rejected rows as a file that can be mended:");
    lines.add(address.link(String.valueOf(path)).toString());
  }

  private static String moment(Instant at) {
    return MOMENT.format(at);
  }
}
