package uk.attendance.quickentry.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.web.PupilPart;
import uk.attendance.quickentry.Entries;
import uk.attendance.quickentry.Entry;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.quickentry.EntryRules;
import uk.attendance.quickentry.Subjects;

/** The office's entries at the head of a pupil's pages, for those who may read reasons. */
@Component
@Order(3)
class EntriesPart implements PupilPart {

  static final String PATH = "/entries";

  private final Entries entries;
  private final EntryRules rules;

  EntriesPart(Entries entries, EntryRules rules) {
    this.entries = entries;
    this.rules = rules;
  }

  static boolean mayRead(Pupil pupil, Scope scope) {
    return mayRecord(pupil, scope) || scope.has(pupil.school(), Role.HEADTEACHER, Role.DSL);
  }

  static boolean mayRecord(Pupil pupil, Scope scope) {
    return scope.has(pupil.school(), Subjects.OFFICE.toArray(Role[]::new));
  }

  @Override
  public List<Tab> tabs(Pupil pupil, Scope scope) {
    return mayRead(pupil, scope)
        ? List.of(
            new Tab(
                30,
                "Entries (%d)".formatted(entries.of(pupil.id(), pupil.school(), scope).size()),
                PATH))
        : List.of();
  }

  /** A report of today that gave no code: whoever rings should know of it (SV-F6). */
  @Override
  public List<Badge> badges(Pupil pupil, Scope scope) {
    LocalDate today = rules.today();
    return mayRead(pupil, scope)
        ? entries.of(pupil.id(), pupil.school(), scope).stream()
            .filter(entry -> entry.kind() == EntryKind.REPORT && !entry.said().what().coded())
            .filter(entry -> covers(entry, today))
            .limit(1)
            .map(entry -> new Badge("reported today, not coded yet", Tone.WARN))
            .toList()
        : List.of();
  }

  @Override
  public List<Action> actions(Pupil pupil, Scope scope) {
    return mayRecord(pupil, scope)
        ? Arrays.stream(EntryKind.values())
            .map(
                kind ->
                    new Action(
                        kind.words(), "/quick-entry/%s?pupil=%s".formatted(kind.key(), pupil.id())))
            .toList()
        : List.of();
  }

  private static boolean covers(Entry entry, LocalDate day) {
    return !day.isBefore(entry.said().when().first()) && !day.isAfter(entry.said().when().last());
  }
}
