package uk.attendance.quickentry;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.RegisterCode;
import uk.attendance.policy.RegisterTimes;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.quickentry.Entries.Wanted;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/**
 * Who is physically on site at this moment (NW-R6): the newest of the day's marks, late arrivals,
 * children sent home and appointments says so. Who cannot be told is to be looked for, not assumed.
 */
@Component
public class OnSite {

  private static final int ENTRIES = 2000;

  private final Pupils pupils;
  private final Marks marks;
  private final Entries entries;
  private final EntryRules rules;

  OnSite(Pupils pupils, Marks marks, Entries entries, EntryRules rules) {
    this.pupils = pupils;
    this.marks = marks;
    this.entries = entries;
    this.rules = rules;
  }

  /** Where a pupil is. */
  public enum Where {
    HERE,
    CHECK,
    AWAY
  }

  /**
   * @param words why it is thought so; empty where the register says present
   */
  public record Place(Where where, String words) {}

  /** A pupil on roll today; the codes of the day as far as known, empty where there is none. */
  public record Child(Pupil pupil, Place place, String morning, String afternoon) {}

  /** Something of the day that tells where a pupil is from then on. */
  private record Sign(LocalTime since, Place place) {}

  /** By class and name. */
  public List<Child> now(SchoolId school, Scope scope) {
    LocalDate today = rules.today();
    Map<PupilId, Map<Session, Mark>> byPupil =
        marks.on(today, school, scope).stream()
            .collect(
                Collectors.groupingBy(
                    Mark::pupil, Collectors.toMap(Mark::session, mark -> mark, (a, b) -> b)));
    List<Entry> ofToday =
        entries.wanted(new Wanted(today, null, "", false), school, ENTRIES, scope).stream()
            .filter(entry -> entry.said().when().first().equals(today))
            .toList();
    return pupils.ofSchool(school, today, scope).stream()
        .sorted(
            Comparator.comparing(
                (Pupil pupil) -> Optional.ofNullable(pupil.className()).orElse("")))
        .map(pupil -> child(pupil, byPupil.getOrDefault(pupil.id(), Map.of()), ofToday, school))
        .toList();
  }

  private Child child(
      Pupil pupil, Map<Session, Mark> marked, List<Entry> entries, SchoolId school) {
    List<Sign> signs = new ArrayList<>();
    RegisterTimes times = rules.times(school);
    Optional.ofNullable(marked.get(Session.AM))
        .ifPresent(mark -> signs.add(new Sign(times.morning().opens(), place(mark, school))));
    Optional.ofNullable(marked.get(Session.PM))
        .ifPresent(mark -> signs.add(new Sign(times.afternoon().opens(), place(mark, school))));
    entries.stream()
        .filter(entry -> entry.about(pupil.id()).isPresent())
        .forEach(entry -> signs.addAll(signs(entry)));
    LocalTime now = rules.now().toLocalTime();
    Place place =
        signs.stream()
            .filter(sign -> !sign.since().isAfter(now))
            // of two at one time the entry, which was added after the marks
            .reduce((one, other) -> other.since().isBefore(one.since()) ? one : other)
            .map(Sign::place)
            .orElse(new Place(Where.CHECK, "no mark yet"));
    return new Child(pupil, place, code(marked, Session.AM), code(marked, Session.PM));
  }

  private Place place(Mark mark, SchoolId school) {
    Optional<RegisterCode> code = rules.pack(school).codes().find(mark.code(), mark.day());
    boolean here =
        code.filter(
                known ->
                    known.is(CodeKind.PRESENT)
                        || known.is(CodeKind.LATE_BEFORE_CLOSE)
                        || known.is(CodeKind.LATE_AFTER_CLOSE))
            .isPresent();
    return here
        ? new Place(Where.HERE, "")
        : new Place(
            Where.AWAY, mark.code() + ": " + code.map(RegisterCode::meaning).orElse("unknown"));
  }

  private static List<Sign> signs(Entry entry) {
    LocalTime at = entry.said().when().at();
    LocalTime until = entry.said().when().until();
    LocalTime since = at == null ? LocalTime.MIDNIGHT : at;
    return switch (entry.kind()) {
      case LATE -> List.of(new Sign(since, new Place(Where.HERE, "arrived at " + since)));
      case SENT_HOME ->
          List.of(new Sign(since, new Place(Where.AWAY, "sent home ill at " + since)));
      case APPOINTMENT -> {
        String out = at == null ? "at an appointment" : "out since " + at + ", appointment";
        List<Sign> signs = new ArrayList<>();
        signs.add(
            new Sign(
                since, new Place(Where.AWAY, until == null ? out : out + ", back at " + until)));
        if (until != null) {
          signs.add(new Sign(until, new Place(Where.CHECK, "expected back at " + until)));
        }
        yield signs;
      }
      case REPORT, MESSAGE -> List.of();
    };
  }

  private static String code(Map<Session, Mark> marked, Session session) {
    return Optional.ofNullable(marked.get(session)).map(Mark::code).orElse("");
  }
}
