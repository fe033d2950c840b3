package uk.attendance.register.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.register.Amendment;
import uk.attendance.register.Amendments;
import uk.attendance.register.Author;
import uk.attendance.register.ImportCounts;
import uk.attendance.register.ImportState;
import uk.attendance.register.ImportedChanges;
import uk.attendance.register.ImportedChanges.Change;
import uk.attendance.register.ImportedChanges.Kind;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.RegisterImports;
import uk.attendance.register.RejectedRows;
import uk.attendance.register.RejectedRows.Reject;
import uk.attendance.school.DayWords;
import uk.attendance.school.Session;

/** What the page of one register file shows. */
@Component
class RegisterFilePages {

  private static final int FIRST = 10;
  private static final int CHANGES = 200;
  private static final int REJECTS = 100;

  private final RegisterImports imports;
  private final ImportedChanges changes;
  private final Amendments amendments;
  private final RejectedRows rejects;
  private final Pupils pupils;

  RegisterFilePages(
      RegisterImports imports,
      ImportedChanges changes,
      Amendments amendments,
      RejectedRows rejects,
      Pupils pupils) {
    this.imports = imports;
    this.changes = changes;
    this.amendments = amendments;
    this.rejects = rejects;
    this.pupils = pupils;
  }

  /**
   * @param sameAs when a file with the same bytes was brought in before; null when none was
   */
  record Page(
      FileRow file,
      ImportState state,
      ImportCounts counts,
      @Nullable String sentence,
      boolean cameToNothing,
      boolean columnsUnknown,
      String exportedAt,
      @Nullable String days,
      @Nullable String sameAs,
      @Nullable String appliedAt,
      @Nullable String appliedBy,
      List<Group> groups,
      List<Reject> rejects,
      int moreRejects) {

    public boolean atWork() {
      return state.isAtWork();
    }
  }

  /**
   * Marks to which the same happens.
   *
   * @param total of which the rows are the first
   */
  record Group(String id, String title, String hint, int total, List<MarkRow> rows) {}

  record MarkRow(String pupil, String href, String session, String was, String code) {}

  Page of(RegisterImport file, Scope scope) {
    List<Group> groups =
        file.state() == ImportState.APPLIED ? done(file, scope) : ahead(file, scope);
    List<Reject> shown = rejects.of(file.id(), REJECTS + 1);
    Author confirmed = file.confirmedBy() == null ? file.receivedBy() : file.confirmedBy();
    return new Page(
        FileRow.of(file),
        file.state(),
        file.counts(),
        file.sentence(),
        file.cameToNothing(),
        !file.columnsFound().isEmpty(),
        FileRow.moment(file.exportedAt()),
        days(file),
        sameAs(file),
        file.appliedAt() == null ? null : FileRow.moment(file.appliedAt()),
        file.appliedAt() == null ? null : confirmed.name() + ", " + confirmed.title(),
        groups,
        shown.subList(0, Math.min(REJECTS, shown.size())),
        shown.size() > REJECTS ? file.counts().rejected() - REJECTS : 0);
  }

  private static @Nullable String days(RegisterImport file) {
    if (file.firstDay() == null || file.lastDay() == null) {
      return null;
    }
    return file.firstDay().equals(file.lastDay())
        ? DayWords.full(file.firstDay())
        : DayWords.full(file.firstDay()) + " to " + DayWords.full(file.lastDay());
  }

  private @Nullable String sameAs(RegisterImport file) {
    return imports
        .firstApplied(file.school(), file.sha256())
        .filter(first -> !first.id().equals(file.id()) && !first.cameToNothing())
        .map(
            first ->
                "This is the same file that %s brought in on %s."
                    .formatted(
                        first.receivedBy().name(),
                        FileRow.moment(
                            first.appliedAt() == null ? first.receivedAt() : first.appliedAt())))
        .orElse(null);
  }

  private List<Group> ahead(RegisterImport file, Scope scope) {
    List<Group> groups = new ArrayList<>();
    if (!file.state().waitsForAPerson()) {
      return groups;
    }
    ImportCounts counts = file.counts();
    add(
        groups,
        "conflicts",
        "Conflicts",
        "The file gives another code than was decided or planned here. The file's code would stand.",
        counts.conflicts(),
        conflictRows(changes.conflictsAhead(file.id(), FIRST), scope));
    add(
        groups,
        "changed",
        "Marks that change",
        "Each is kept as an amendment with your name.",
        counts.changed(),
        rows(changes.ahead(file.id(), Kind.CHANGED, FIRST), scope));
    add(
        groups,
        "blanked",
        "Marks that are taken back",
        "The file says that these sessions are not marked.",
        counts.blanked(),
        rows(changes.ahead(file.id(), Kind.BLANKED, FIRST), scope));
    add(
        groups,
        "new",
        "New marks",
        counts.planned() > 0
            ? "Where the file knows no reason and an absence is planned, the planned code is taken."
            : "",
        counts.created(),
        rows(changes.ahead(file.id(), Kind.NEW, FIRST), scope));
    add(
        groups,
        "detailed",
        "New details",
        "The same code with other minutes, comment or time.",
        counts.detailed(),
        rows(changes.ahead(file.id(), Kind.DETAILED, FIRST), scope));
    add(
        groups,
        "kept",
        "Decided here, kept",
        "The file knows no reason yet. What was decided here stands; enter it in your system as well.",
        counts.kept(),
        rows(changes.ahead(file.id(), Kind.KEPT, FIRST), scope));
    add(
        groups,
        "older",
        "Older than what is known",
        "A newer file or a person has said otherwise since this file was exported. These rows change nothing.",
        counts.older(),
        rows(changes.ahead(file.id(), Kind.OLDER, FIRST), scope));
    return groups;
  }

  private List<Group> done(RegisterImport file, Scope scope) {
    List<Group> groups = new ArrayList<>();
    add(
        groups,
        "conflicts",
        "Conflicts",
        "The file gave another code than was decided or planned here. The file's code stands.",
        file.counts().conflicts(),
        conflictRows(changes.conflicts(file.id(), scope, CHANGES), scope));
    List<Amendment> made = amendments.of(file.id(), scope, CHANGES);
    Map<PupilId, Pupil> known = known(made.stream().map(Amendment::pupil).toList(), scope);
    int total = Math.max(made.size(), file.counts().changed() + file.counts().blanked());
    add(
        groups,
        "changed",
        "Amendments",
        "",
        total,
        made.stream()
            .map(
                amendment ->
                    row(
                        known,
                        amendment.pupil(),
                        session(amendment.day(), amendment.session()),
                        amendment.original(),
                        amendment.amended()))
            .toList());
    return groups;
  }

  private static void add(
      List<Group> groups, String id, String title, String hint, int total, List<MarkRow> rows) {
    if (total > 0) {
      groups.add(new Group(id, title, hint, total, rows));
    }
  }

  private List<MarkRow> rows(List<Change> found, Scope scope) {
    Map<PupilId, Pupil> known = known(found.stream().map(Change::pupil).toList(), scope);
    return found.stream()
        .map(
            change ->
                row(
                    known,
                    change.pupil(),
                    session(change.day(), change.session()),
                    change.was(),
                    change.code()))
        .toList();
  }

  private List<MarkRow> conflictRows(List<Change> found, Scope scope) {
    Map<PupilId, Pupil> known = known(found.stream().map(Change::pupil).toList(), scope);
    return found.stream()
        .map(
            change ->
                row(
                    known,
                    change.pupil(),
                    session(change.day(), change.session()),
                    change.ours() + (change.planned() ? " (planned)" : ""),
                    change.code()))
        .toList();
  }

  private static MarkRow row(
      Map<PupilId, Pupil> known, PupilId id, String session, @Nullable String was, String code) {
    Pupil pupil = known.get(id);
    return new MarkRow(
        pupil == null ? "Pupil " + id : pupil.name(),
        "/pupils/" + id,
        session,
        was == null ? "not marked" : words(was),
        words(code));
  }

  private static String words(String code) {
    return code.equals("-") ? "not marked" : code;
  }

  private static String session(LocalDate day, Session session) {
    return DayWords.full(day) + ", " + session.words();
  }

  private Map<PupilId, Pupil> known(List<PupilId> ids, Scope scope) {
    Map<PupilId, Pupil> known = new HashMap<>();
    pupils.byIds(ids.stream().distinct().toList(), scope).forEach(p -> known.put(p.id(), p));
    return known;
  }
}
