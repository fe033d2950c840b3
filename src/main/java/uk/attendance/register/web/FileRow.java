package uk.attendance.register.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.register.Author;
import uk.attendance.register.ImportCounts;
import uk.attendance.register.ImportState;
import uk.attendance.register.RegisterImport;
import uk.attendance.school.SchoolCalendar;

/**
 * A register file as the list shows it.
 *
 * @param badge class of the badge that shows the state
 * @param by "by Pat Clerk", "from the watched folder"
 * @param result what it did or would do, in few words
 */
record FileRow(
    long id, String name, String state, String badge, String receivedAt, String by, String result) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK)
          .withZone(SchoolCalendar.ZONE);

  static FileRow of(RegisterImport file) {
    return new FileRow(
        file.id().value(),
        file.fileName().isEmpty() ? "Register file" : file.fileName(),
        file.cameToNothing() ? "not brought in" : file.state().words(),
        file.cameToNothing() ? badge(ImportState.REFUSED) : badge(file.state()),
        moment(file.receivedAt()),
        by(file.receivedBy()),
        result(file));
  }

  private static String by(Author author) {
    return author.equals(Author.WATCHED_FOLDER) ? "from the watched folder" : "by " + author.name();
  }

  static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  private static String badge(ImportState state) {
    return switch (state) {
      case APPLIED -> "app-badge--good";
      case STAGED, STOPPED -> "app-badge--warn";
      case REFUSED -> "app-badge--bad";
      case RECEIVED, CONFIRMED, DISCARDED -> "";
    };
  }

  /** Whoever may look at the list does not always work with it. */
  static boolean mayBringIn(CurrentSchool school, Scope scope) {
    return scope.has(
        school.id(), Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER);
  }

  private static String result(RegisterImport file) {
    if (file.state() == ImportState.REFUSED || file.state() == ImportState.RECEIVED) {
      return "";
    }
    ImportCounts counts = file.counts();
    if (counts.rejectsAll()) {
      return "all %,d rejected".formatted(counts.rejected());
    }
    List<String> parts = new ArrayList<>();
    add(parts, counts.created(), "new");
    add(parts, counts.changed(), "changed");
    add(parts, counts.blanked(), "taken back");
    add(parts, counts.detailed(), "with new details");
    if (parts.isEmpty()) {
      parts.add("nothing new");
    }
    add(parts, counts.conflicts(), counts.conflicts() == 1 ? "conflict" : "conflicts");
    add(parts, counts.rejected(), "rejected");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, int n, String words) {
    if (n > 0) {
      parts.add("%,d %s".formatted(n, words));
    }
  }
}
