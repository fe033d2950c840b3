package uk.attendance.quickentry;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.SessionTimes;
import uk.attendance.policy.SessionTimes.Arrival;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Entry.About;
import uk.attendance.quickentry.Entry.Said;
import uk.attendance.quickentry.Entry.Teller;
import uk.attendance.quickentry.Entry.What;
import uk.attendance.quickentry.Entry.When;
import uk.attendance.quickentry.RecordingOnce.Work;
import uk.attendance.register.CorrectingMarks;
import uk.attendance.register.CorrectingMarks.Correction;
import uk.attendance.register.MarkRefused;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/**
 * The late book: L while the register is open, U after it closed, by the policy's times (SV-R2,
 * SV-R3, LB-R2, NW-R1); an absence that is known already stays what it is, and a good explanation
 * takes the reason's code where the policy says so (DH-R8).
 */
@Component
public class RecordingLateArrivals {

  private static final String TAKES_CODE = "register.late-after-close-takes-reasons-code";

  private final Subjects subjects;
  private final EntryRules rules;
  private final LateCodes codes;
  private final CorrectingMarks correcting;
  private final RecordingOnce once;

  RecordingLateArrivals(
      Subjects subjects,
      EntryRules rules,
      LateCodes codes,
      CorrectingMarks correcting,
      RecordingOnce once) {
    this.subjects = subjects;
    this.rules = rules;
    this.codes = codes;
    this.correcting = correcting;
    this.once = once;
  }

  /**
   * @param reason what it was by the table's words; null where none of them fits
   * @param cameWith may be empty
   */
  public record LateArrival(
      List<PupilId> pupils,
      LocalDate day,
      LocalTime at,
      @Nullable Reason reason,
      Evidence evidence,
      String words,
      String cameWith) {}

  /**
   * @throws EntryRefused when it makes no sense; nothing is kept then
   */
  public EntryId record(LateArrival late, Press press, Scope scope) {
    SchoolId school = press.school();
    rules.needOpen(late.day(), "day", school);
    rules.needPast(late.day(), late.at(), "day", "at");
    Session session = rules.sessionAt(late.at(), school);
    SessionTimes times = rules.times(school, session);
    Arrival arrival = times.arrivalAt(late.at());
    if (!rules.calendar(school).isOpen(late.day(), session)) {
      throw new EntryRefused(
          "at", "The school is closed in the %s of that day.".formatted(session.words()));
    }
    if (arrival == Arrival.ON_TIME) {
      throw new EntryRefused(
          "at",
          "At %s nobody is late in the %s: late is after %s (%s)."
              .formatted(late.at(), session.words(), times.lateFrom(), times.rule()));
    }
    List<Pupil> about = subjects.of(late.pupils(), school, late.day(), scope);
    int minutes = (int) times.opens().until(late.at(), ChronoUnit.MINUTES);
    return once.record(
        press,
        () -> {
          List<About> outcomes = new ArrayList<>();
          for (Pupil pupil : about) {
            outcomes.add(outcome(pupil, late, session, minutes, press, scope));
          }
          return new Work(
              new Said(
                  EntryKind.LATE,
                  When.on(late.day(), late.at()),
                  Teller.NOBODY,
                  new What(
                      late.reason(),
                      late.words(),
                      null,
                      takesReasonsCode(school) ? late.evidence() : null,
                      late.cameWith().isBlank() ? null : late.cameWith(),
                      null,
                      true,
                      minutes)),
              outcomes);
        });
  }

  /** Whether a good explanation after the close takes the reason's code here (DH-R8, LB-R2). */
  public boolean takesReasonsCode(SchoolId school) {
    return rules.yes(school, TAKES_CODE);
  }

  private About outcome(
      Pupil pupil, LateArrival late, Session session, int minutes, Press press, Scope scope) {
    SchoolId school = press.school();
    SessionTimes times = rules.times(school, session);
    boolean closed = times.arrivalAt(late.at()) == Arrival.LATE_AFTER_CLOSE;
    if (closed) {
      Optional<String> known = codes.known(pupil, late.day(), session, scope);
      if (known.isPresent()) {
        return new About(
            pupil.id(),
            known.get(),
            "Code %s stays: this absence was known. The arrival is noted.".formatted(known.get()));
      }
    }
    Optional<LateCodes.Good> good =
        closed && takesReasonsCode(school) ? codes.good(pupil, late, scope) : Optional.empty();
    String code =
        good.map(LateCodes.Good::code)
            .orElseGet(
                () ->
                    rules
                        .pack(school)
                        .codes()
                        .ofKind(
                            closed ? CodeKind.LATE_AFTER_CLOSE : CodeKind.LATE_BEFORE_CLOSE,
                            late.day())
                        .get(0)
                        .code());
    try {
      correcting.correct(
          new Correction(
              pupil.id(),
              late.day(),
              session,
              code,
              String.valueOf(minutes),
              Planning.shortened(
                  "Late book: arrived at %s. %s".formatted(late.at(), late.words()))),
          press.by(),
          scope);
    } catch (MarkRefused refused) {
      String sentence = refused.getMessage();
      throw new EntryRefused("at", sentence == null ? "" : sentence, pupil.id());
    }
    String rule =
        good.map(LateCodes.Good::words)
            .orElse(
                closed
                    ? "%s: after the register closed at %s.".formatted(times.rule(), times.closes())
                    : "%s: before the register closes at %s."
                        .formatted(times.rule(), times.closes()));
    return new About(
        pupil.id(),
        code,
        "Code %s for the %s, %d %s after it began. %s"
            .formatted(code, session.words(), minutes, minutes == 1 ? "minute" : "minutes", rule));
  }
}
