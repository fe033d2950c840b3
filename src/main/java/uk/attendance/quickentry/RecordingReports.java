package uk.attendance.quickentry;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.Setting;
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
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/**
 * An absence was reported, before or after the register closed (SV-F1, DH-R1, LB-F1, RT-F1). Where
 * the policy gives the reason a code, the marks take it; where it does not, N stays and a person
 * decides.
 */
@Component
public class RecordingReports {

  private static final String EVERY_DAY = "reporting.report-every-day";
  private static final String VOICEMAIL = "reporting.voicemail-gives-a-code";

  private final Subjects subjects;
  private final EntryRules rules;
  private final ReasonCodes codes;
  private final Planning planning;
  private final TellingCases cases;
  private final RecordingOnce once;

  RecordingReports(
      Subjects subjects,
      EntryRules rules,
      ReasonCodes codes,
      Planning planning,
      TellingCases cases,
      RecordingOnce once) {
    this.subjects = subjects;
    this.rules = rules;
    this.codes = codes;
    this.planning = planning;
    this.cases = cases;
    this.once = once;
  }

  /**
   * @param pupils the one it was reported for first, then brothers and sisters
   * @param told when, today
   * @param last last day away, included; null: the first day alone or, where the policy is content
   *     with an expected return, up to the day before it
   * @param reason null where none was said
   */
  public record Report(
      List<PupilId> pupils,
      ContactId by,
      Way way,
      LocalTime told,
      LocalDate first,
      @Nullable LocalDate last,
      Set<Session> sessions,
      @Nullable Reason reason,
      String words,
      @Nullable LocalDate expectedReturn,
      Evidence evidence) {}

  /**
   * @throws EntryRefused when it makes no sense; nothing is kept then
   */
  public EntryId record(Report report, Press press, Scope scope) {
    SchoolId school = press.school();
    rules.needPast(rules.today(), report.told(), "told", "told");
    rules.needKnown(report.first(), "first", school);
    LocalDate last = last(report, school);
    check(report, last, school);
    List<Pupil> about = subjects.of(report.pupils(), school, report.first(), scope);
    Contact teller = subjects.teller(report.by(), about, scope);
    return once.record(
        press,
        () -> {
          List<About> outcomes = new ArrayList<>();
          for (Pupil pupil : about) {
            outcomes.add(outcome(pupil, report, last, teller, press, scope));
          }
          return new Work(
              new Said(
                  EntryKind.REPORT,
                  new When(report.first(), last, report.told(), null),
                  new Teller(teller.id(), Subjects.words(teller), report.way()),
                  new What(
                      report.reason(),
                      report.words(),
                      report.expectedReturn(),
                      report.evidence(),
                      null,
                      null,
                      outcomes.stream().allMatch(one -> one.code() != null),
                      null)),
              outcomes);
        });
  }

  private About outcome(
      Pupil pupil, Report report, LocalDate last, Contact teller, Press press, Scope scope) {
    Reason reason = report.reason();
    if (reason == null) {
      cases.note(pupil.id(), note(report, teller), press.actor());
      return new About(pupil.id(), null, "No reason was said: N stays, and the family is rung.");
    }
    Setting voicemail = rules.setting(press.school(), VOICEMAIL);
    if (report.way() == Way.VOICEMAIL && !rules.yes(press.school(), VOICEMAIL)) {
      cases.note(pupil.id(), note(report, teller), press.actor());
      return new About(
          pupil.id(),
          null,
          "Left on the answering machine: N stays with this note until the school has decided (%s)."
              .formatted(voicemail.rule()));
    }
    ReasonCodes.Answer answer =
        codes.of(
            pupil.id(),
            press.school(),
            report.first(),
            reason,
            inAdvance(report, press.school()),
            report.evidence(),
            scope);
    if (answer.code().isEmpty() && report.evidence() == Evidence.NONE) {
      cases.toWeigh(
          pupil,
          reason,
          report.words(),
          report.expectedReturn(),
          "the " + teller.relationship().toLowerCase(Locale.UK),
          report.first(),
          press.actor());
    } else {
      cases.note(pupil.id(), note(report, teller), press.actor());
    }
    if (answer.code().isEmpty()) {
      return new About(
          pupil.id(), null, "A person decides the code; until then N stays. " + answer.words());
    }
    String code = answer.code().get();
    String why =
        "%s, reported by %s: %s".formatted(reason.words(), Subjects.words(teller), report.words());
    String put =
        planning.put(
            pupil.id(),
            List.of(new Span(report.first(), last, report.sessions())),
            code,
            report.words().isEmpty() ? why.substring(0, why.length() - 2) : why,
            "first",
            press.by(),
            scope);
    return new About(pupil.id(), code, put + " " + answer.words());
  }

  /** "Reported by the mother, voicemail at 08:40: Illness. Tummy bug. Expected back on ...". */
  private static String note(Report report, Contact teller) {
    Reason reason = report.reason();
    LocalDate back = report.expectedReturn();
    return "Reported by the %s, %s at %s: %s.%s%s"
        .formatted(
            teller.relationship().toLowerCase(Locale.UK),
            report.way().words().toLowerCase(Locale.UK),
            report.told(),
            reason == null ? "no reason said" : reason.words(),
            report.words().isEmpty() ? "" : " “" + report.words() + "”",
            back == null ? "" : " Expected back on " + DayWords.full(back) + ".");
  }

  private LocalDate last(Report report, SchoolId school) {
    LocalDate back = report.expectedReturn();
    LocalDate last = report.last();
    if (last == null) {
      last =
          back == null || rules.yes(school, EVERY_DAY) || !back.isAfter(report.first())
              ? report.first()
              : back.minusDays(1);
    }
    return last;
  }

  private void check(Report report, LocalDate last, SchoolId school) {
    if (last.isBefore(report.first())) {
      throw new EntryRefused("last", "The last day lies before the first.");
    }
    LocalDate back = report.expectedReturn();
    if (back != null && !back.isAfter(last)) {
      throw new EntryRefused("back", "The expected return must lie after the last day away.");
    }
    rules.needKnown(last, back == null || report.last() != null ? "last" : "back", school);
    if (report.sessions().isEmpty()) {
      throw new EntryRefused("am", "Say whether mornings, afternoons or both.");
    }
    SchoolCalendar calendar = rules.calendar(school);
    boolean open =
        report
            .first()
            .datesUntil(last.plusDays(1))
            .anyMatch(
                day ->
                    report.sessions().stream().anyMatch(session -> calendar.isOpen(day, session)));
    if (!open) {
      throw new EntryRefused("first", "The school is closed on these days.");
    }
  }

  /** Before the first register of the absence opens. */
  private boolean inAdvance(Report report, SchoolId school) {
    Session session = report.sessions().contains(Session.AM) ? Session.AM : Session.PM;
    LocalDate today = rules.today();
    return today.isBefore(report.first())
        || (today.equals(report.first())
            && !report.told().isAfter(rules.times(school, session).opens()));
  }
}
