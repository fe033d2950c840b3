package uk.attendance.quickentry.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.policy.SessionTimes;
import uk.attendance.policy.Setting;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.quickentry.EntryRules;
import uk.attendance.quickentry.RecordingAppointments;
import uk.attendance.quickentry.RecordingLateArrivals;
import uk.attendance.quickentry.SendingHome;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** What a school's policy says at the fields of a quick form, by the field's id. */
@Component
class FormHints {

  private final EntryRules rules;
  private final RecordingAppointments appointments;
  private final RecordingLateArrivals late;
  private final SendingHome sending;

  FormHints(
      EntryRules rules,
      RecordingAppointments appointments,
      RecordingLateArrivals late,
      SendingHome sending) {
    this.rules = rules;
    this.appointments = appointments;
    this.late = late;
    this.sending = sending;
  }

  Map<String, String> of(EntryKind kind, SchoolId school) {
    Map<String, String> hints = new HashMap<>();
    switch (kind) {
      case REPORT -> {
        Setting everyDay = rules.setting(school, "reporting.report-every-day");
        hints.put(
            "last",
            rules.yes(school, everyDay.key())
                ? "Last day empty: that one day. This school asks parents to report every day (%s)."
                    .formatted(everyDay.rule())
                : "Last day empty: that one day or, with an expected return, up to the day before it.");
        Setting voicemail = rules.setting(school, "reporting.voicemail-gives-a-code");
        if (!rules.yes(school, voicemail.key())) {
          hints.put(
              "way",
              "A reason left on the answering machine is no code yet: N stays until the school has decided (%s)."
                  .formatted(voicemail.rule()));
        }
      }
      case APPOINTMENT ->
          hints.put(
              "evidence",
              appointments.evidenceDecides(school)
                  ? "This school wants to see one before it authorises an appointment, or have been told in advance."
                  : "Not needed to authorise it at this school.");
      case LATE -> {
        hints.put("at", times(Session.AM, school) + " " + times(Session.PM, school));
        if (late.takesReasonsCode(school)) {
          hints.put(
              "reason",
              "After the register closed, a good explanation takes its own code instead of U (%s)."
                  .formatted(
                      rules
                          .setting(school, "register.late-after-close-takes-reasons-code")
                          .rule()));
        }
      }
      case SENT_HOME -> {
        Setting covers = rules.setting(school, "register.sent-home-ill-covers");
        hints.put(
            "at",
            (sending.covers(school) == 1
                    ? "The rest of the day is marked as illness (%s)."
                    : "The rest of the day and the next %d school day are marked as illness (%s)."
                        .formatted(sending.covers(school) - 1, covers.rule()))
                .formatted(covers.rule()));
        hints.put(
            "contact",
            sending.needsPermission(school)
                ? "A child goes home only with a parent's permission (%s)."
                    .formatted(
                        rules.setting(school, "register.sent-home-ill-needs-permission").rule())
                : "Leave empty where nobody was reached.");
      }
      case MESSAGE -> {}
    }
    return hints;
  }

  /** "Morning: L after 08:45, U after 09:15 (SV-R1)." */
  private String times(Session session, SchoolId school) {
    SessionTimes times = rules.times(school, session);
    return "%s%s: L after %s, U after %s (%s)."
        .formatted(
            session.words().substring(0, 1).toUpperCase(java.util.Locale.UK),
            session.words().substring(1),
            times.lateFrom(),
            times.closes(),
            times.rule());
  }
}
