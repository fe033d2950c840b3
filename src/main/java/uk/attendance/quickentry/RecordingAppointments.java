package uk.attendance.quickentry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.SessionTimes;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Entry.About;
import uk.attendance.quickentry.Entry.Said;
import uk.attendance.quickentry.Entry.Teller;
import uk.attendance.quickentry.Entry.What;
import uk.attendance.quickentry.Entry.When;
import uk.attendance.quickentry.Planning.Span;
import uk.attendance.quickentry.RecordingOnce.Work;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/**
 * A medical or dental appointment, with the times out and back; whether it is authorised, and what
 * evidence that takes, is the policy's (DH-R4, DH-R11, LB-R7, LB-R10, NW-R3, SV-R6, RT-R7).
 */
@Component
public class RecordingAppointments {

  private final Subjects subjects;
  private final EntryRules rules;
  private final ReasonCodes codes;
  private final Planning planning;
  private final RecordingOnce once;

  RecordingAppointments(
      Subjects subjects,
      EntryRules rules,
      ReasonCodes codes,
      Planning planning,
      RecordingOnce once) {
    this.subjects = subjects;
    this.rules = rules;
    this.codes = codes;
    this.planning = planning;
    this.once = once;
  }

  /**
   * @param toldBy null where the diary or a letter says so
   * @param out null: does not come in before
   * @param back null: not back on that day
   */
  public record Appointment(
      List<PupilId> pupils,
      @Nullable ContactId toldBy,
      LocalDate day,
      @Nullable LocalTime out,
      @Nullable LocalTime back,
      Evidence evidence,
      String words) {}

  /**
   * @throws EntryRefused when it makes no sense; nothing is kept then
   */
  public EntryId record(Appointment appointment, Press press, Scope scope) {
    SchoolId school = press.school();
    LocalTime out = appointment.out();
    LocalTime back = appointment.back();
    rules.needOpen(appointment.day(), "day", school);
    if (out != null && back != null && !back.isAfter(out)) {
      throw new EntryRefused("until", "The time back must lie after the time out.");
    }
    List<Pupil> about = subjects.of(appointment.pupils(), school, appointment.day(), scope);
    ContactId toldBy = appointment.toldBy();
    Contact teller = toldBy == null ? null : subjects.teller(toldBy, about, scope);
    Set<Session> missed = missed(appointment, school);
    return once.record(
        press,
        () -> {
          List<About> outcomes = new ArrayList<>();
          for (Pupil pupil : about) {
            outcomes.add(outcome(pupil, appointment, missed, press, scope));
          }
          return new Work(
              new Said(
                  EntryKind.APPOINTMENT,
                  new When(appointment.day(), appointment.day(), out, back),
                  teller == null
                      ? Teller.NOBODY
                      : new Teller(teller.id(), Subjects.words(teller), null),
                  new What(
                      Reason.APPOINTMENT,
                      appointment.words(),
                      null,
                      appointment.evidence(),
                      null,
                      null,
                      missed.isEmpty() || outcomes.stream().allMatch(one -> one.code() != null),
                      null)),
              outcomes);
        });
  }

  /** Registers taken while the child is out: gone by the close, not back by then (LB-R10). */
  Set<Session> missed(Appointment appointment, SchoolId school) {
    Set<Session> missed = EnumSet.noneOf(Session.class);
    for (Session session : Session.values()) {
      SessionTimes times = rules.times(school, session);
      LocalTime out = appointment.out();
      LocalTime back = appointment.back();
      boolean gone = out == null || !out.isAfter(times.closes());
      boolean notBack = back == null || back.isAfter(times.closes());
      if (gone && notBack && rules.calendar(school).isOpen(appointment.day(), session)) {
        missed.add(session);
      }
    }
    return missed;
  }

  private About outcome(
      Pupil pupil, Appointment appointment, Set<Session> missed, Press press, Scope scope) {
    if (missed.isEmpty()) {
      return new About(pupil.id(), null, "In school for both registers: no mark is needed.");
    }
    ReasonCodes.Answer answer =
        codes.of(
            pupil.id(),
            press.school(),
            appointment.day(),
            Reason.APPOINTMENT,
            inAdvance(appointment, missed, press.school()),
            appointment.evidence(),
            scope);
    if (answer.code().isEmpty()) {
      return new About(
          pupil.id(), null, "A person decides the code; until then N stays. " + answer.words());
    }
    String code = answer.code().get();
    String why =
        appointment.words().isEmpty()
            ? Reason.APPOINTMENT.words()
            : Reason.APPOINTMENT.words() + ": " + appointment.words();
    String put =
        planning.put(
            pupil.id(),
            List.of(new Span(appointment.day(), appointment.day(), missed)),
            code,
            why,
            "day",
            press.by(),
            scope);
    return new About(pupil.id(), code, put + " " + answer.words());
  }

  /** Entered before the first register that is missed opens. */
  private boolean inAdvance(Appointment appointment, Set<Session> missed, SchoolId school) {
    Session first = missed.contains(Session.AM) ? Session.AM : Session.PM;
    LocalDateTime begins = appointment.day().atTime(rules.times(school, first).opens());
    return !rules.now().isAfter(begins);
  }

  /** Whether a card or letter decides here if an appointment is authorised (RT-R7, DH-R11). */
  public boolean evidenceDecides(SchoolId school) {
    return codes.evidenceDecides(Reason.APPOINTMENT, school);
  }
}
