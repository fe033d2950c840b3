package uk.attendance.quickentry.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.EntryId;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.quickentry.Evidence;
import uk.attendance.quickentry.Press;
import uk.attendance.quickentry.Reason;
import uk.attendance.quickentry.RecordingAppointments;
import uk.attendance.quickentry.RecordingAppointments.Appointment;
import uk.attendance.quickentry.RecordingLateArrivals;
import uk.attendance.quickentry.RecordingLateArrivals.LateArrival;
import uk.attendance.quickentry.RecordingReports;
import uk.attendance.quickentry.RecordingReports.Report;
import uk.attendance.quickentry.SendingHome;
import uk.attendance.quickentry.SendingHome.SentHome;
import uk.attendance.quickentry.TakingMessages;
import uk.attendance.quickentry.TakingMessages.Message;
import uk.attendance.quickentry.Way;

/** Reads each kind of quick form and records it where nothing is wrong. */
@Component
class ReadingForms {

  private static final int WORDS = 1000;
  private static final int NAME = 200;

  /** No reason was said. */
  static final String NOT_SAID = "NOT_SAID";

  private static final String WHEN = "Say when, like 9:05.";
  private static final String WHICH_DAY = "Give the day, like 3/11/2025.";
  private static final String WHO = "Find the pupil.";

  private final RecordingReports reports;
  private final RecordingAppointments appointments;
  private final SendingHome sending;
  private final RecordingLateArrivals late;
  private final TakingMessages messages;

  ReadingForms(
      RecordingReports reports,
      RecordingAppointments appointments,
      SendingHome sending,
      RecordingLateArrivals late,
      TakingMessages messages) {
    this.reports = reports;
    this.appointments = appointments;
    this.sending = sending;
    this.late = late;
    this.messages = messages;
  }

  /** Empty where something is wrong, which {@code typed} then knows. */
  Optional<EntryId> record(EntryKind kind, QuickForm form, Typed typed, Press press, Scope scope) {
    return switch (kind) {
      case REPORT -> report(form, typed, press, scope);
      case APPOINTMENT -> appointment(form, typed, press, scope);
      case SENT_HOME -> sentHome(form, typed, press, scope);
      case LATE -> lateArrival(form, typed, press, scope);
      case MESSAGE -> message(form, typed, press, scope);
    };
  }

  private Optional<EntryId> report(QuickForm form, Typed typed, Press press, Scope scope) {
    List<PupilId> pupils = pupils(form);
    Long pupil = typed.needed("q", form.pupil(), WHO);
    ContactId by = pupil == null ? null : contact(form);
    if (pupil != null) {
      typed.needed("contact", by, "Say who reported it.");
    }
    Way way = typed.choice("way", Way.class, form.way(), Way.CALL, "Say how it was reported.");
    LocalTime told = typed.time("told", form.told(), WHEN);
    LocalDate first = typed.day("first", form.first(), "Give the first day away, like 3/11/2025.");
    LocalDate last = typed.optionalDay("last", form.last());
    LocalDate back = typed.optionalDay("back", form.back());
    Reason reason =
        form.reason().equals(NOT_SAID)
            ? null
            : typed.choice(
                "reason", Reason.class, form.reason(), Reason.OTHER, "Choose the reason.");
    String words = typed.words("words", form.words(), WORDS, null);
    Evidence evidence = evidence(form, typed);
    return !typed.isGood() || by == null
        ? Optional.empty()
        : Optional.of(
            reports.record(
                new Report(
                    pupils,
                    by,
                    way,
                    told,
                    first,
                    last,
                    form.sessions(),
                    reason,
                    words,
                    back,
                    evidence),
                press,
                scope));
  }

  private Optional<EntryId> appointment(QuickForm form, Typed typed, Press press, Scope scope) {
    typed.needed("q", form.pupil(), WHO);
    LocalDate day = typed.day("day", form.day(), WHICH_DAY);
    LocalTime out = typed.optionalTime("at", form.at());
    LocalTime back = typed.optionalTime("until", form.until());
    Evidence evidence = evidence(form, typed);
    String words = typed.words("words", form.words(), WORDS, null);
    return typed.isGood()
        ? Optional.of(
            appointments.record(
                new Appointment(pupils(form), contact(form), day, out, back, evidence, words),
                press,
                scope))
        : Optional.empty();
  }

  private Optional<EntryId> sentHome(QuickForm form, Typed typed, Press press, Scope scope) {
    Long pupil = typed.needed("q", form.pupil(), WHO);
    LocalDate day = typed.day("day", form.day(), WHICH_DAY);
    LocalTime at = typed.time("at", form.at(), WHEN);
    String words = typed.words("words", form.words(), WORDS, "Say what was wrong.");
    String decidedBy =
        typed.words(
            "decidedBy",
            form.decidedBy(),
            NAME,
            "Say who decided: the headteacher, or the next leader in the building.");
    String collectedBy = typed.words("person", form.person(), NAME, null);
    return typed.isGood() && pupil != null
        ? Optional.of(
            sending.record(
                new SentHome(
                    new PupilId(pupil), day, at, words, decidedBy, contact(form), collectedBy),
                press,
                scope))
        : Optional.empty();
  }

  private Optional<EntryId> lateArrival(QuickForm form, Typed typed, Press press, Scope scope) {
    typed.needed("q", form.pupil(), WHO);
    LocalDate day = typed.day("day", form.day(), WHICH_DAY);
    LocalTime at = typed.time("at", form.at(), WHEN);
    String words = typed.words("words", form.words(), WORDS, "Give the reason, in a few words.");
    Reason reason =
        form.reason().isEmpty() || form.reason().equals(NOT_SAID)
            ? null
            : typed.choice(
                "reason", Reason.class, form.reason(), Reason.OTHER, "Choose the reason.");
    Evidence evidence = evidence(form, typed);
    String cameWith = typed.words("person", form.person(), NAME, null);
    return typed.isGood()
        ? Optional.of(
            late.record(
                new LateArrival(pupils(form), day, at, reason, evidence, words, cameWith),
                press,
                scope))
        : Optional.empty();
  }

  private Optional<EntryId> message(QuickForm form, Typed typed, Press press, Scope scope) {
    String forWhom = typed.words("person", form.person(), NAME, "Say whom the message is for.");
    String from = typed.words("from", form.from(), NAME, "Say who left the message.");
    Way way = typed.choice("way", Way.class, form.way(), Way.CALL, "Say how it came.");
    LocalTime at = typed.time("told", form.told(), WHEN);
    String words = typed.words("words", form.words(), WORDS, "Write down the message.");
    return typed.isGood()
        ? Optional.of(
            messages.record(new Message(pupils(form), forWhom, from, way, at, words), press, scope))
        : Optional.empty();
  }

  private static Evidence evidence(QuickForm form, Typed typed) {
    return typed.choice("evidence", Evidence.class, form.evidence(), Evidence.NONE, null);
  }

  private static @Nullable ContactId contact(QuickForm form) {
    Long contact = form.contact();
    return contact == null || contact == 0 ? null : new ContactId(contact);
  }

  private static List<PupilId> pupils(QuickForm form) {
    List<PupilId> pupils = new ArrayList<>();
    Long pupil = form.pupil();
    if (pupil != null) {
      pupils.add(new PupilId(pupil));
      form.siblings().forEach(sibling -> pupils.add(new PupilId(sibling)));
    }
    return pupils;
  }
}
