package uk.attendance.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Timeline;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.Decided;
import uk.attendance.policy.Decisions;
import uk.attendance.policy.PolicyPack;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Author;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.register.PlannedMarks;
import uk.attendance.register.SettlingMarks;
import uk.attendance.register.SettlingMarks.Half;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/**
 * Somebody says why a pupil is away: before the register closes or after it, by a form, a call or a
 * reply. With an open case the case is told; without one the marks are settled and planned, so that
 * an N that meets the report opens none (SV-F1, DH-R1, LB-F1, RT-F1).
 */
@Component
public class Explaining {

  private static final String TABLE = "absence-code";

  private final CaseFiles cases;
  private final RunningCases running;
  private final Explanations explanations;
  private final Timeline timeline;
  private final Decisions decisions;
  private final Marks marks;
  private final PlannedMarks planned;
  private final SettlingMarks settling;
  private final QueueingRegisterClose queueing;
  private final Contacts contacts;
  private final FirstDayRules rules;
  private final Clock clock;

  Explaining(
      CaseFiles cases,
      RunningCases running,
      Explanations explanations,
      Timeline timeline,
      Decisions decisions,
      Marks marks,
      PlannedMarks planned,
      SettlingMarks settling,
      QueueingRegisterClose queueing,
      Contacts contacts,
      FirstDayRules rules,
      Clock clock) {
    this.cases = cases;
    this.running = running;
    this.explanations = explanations;
    this.timeline = timeline;
    this.decisions = decisions;
    this.marks = marks;
    this.planned = planned;
    this.settling = settling;
    this.queueing = queueing;
    this.contacts = contacts;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * @param reason as table {@code absence-code} knows it
   * @param text in their words; may be empty
   * @param from who said it, in words such as "the mother"; may be empty
   * @param day the day it was said for
   * @param expectedReturn null where nobody could say
   * @throws IllegalArgumentException for a reason that no table knows
   */
  @Transactional
  public void explain(
      PupilId pupil,
      SchoolId school,
      String reason,
      String text,
      @Nullable LocalDate expectedReturn,
      String from,
      LocalDate day,
      Actor by) {
    Explanation explanation =
        new Explanation(reason, text, from, day, expectedReturn, new Author(by.name(), by.title()));
    Optional<CaseFile> open = cases.openOf(FirstDay.PROCESS, FirstDay.UNEXPLAINED, pupil);
    if (open.isPresent()) {
      running.tell(open.get().id(), FirstDay.EXPLAINED, explained(open.get(), explanation, by), by);
    } else {
      withoutCase(pupil, school, explanation);
    }
  }

  /**
   * Keeps what was said with the case.
   *
   * @return what its process then has to know to look the code up
   */
  Map<String, Object> explained(CaseFile file, Explanation explanation, Actor by) {
    explanations.keep(file.id(), explanation);
    timeline.write(
        file.id(),
        EntryKind.NOTE,
        null,
        explanation.expectedReturn() == null
            ? explanation.words()
            : explanation.words()
                + ", expected back on "
                + DayWords.full(explanation.expectedReturn()),
        null,
        null,
        by);
    Map<String, Object> facts =
        new HashMap<>(inputs(file.pupil(), file.school(), rules.pack(file.pack()), explanation));
    facts.put("explained", true);
    facts.put("codeWanted", true);
    return facts;
  }

  private void withoutCase(PupilId pupil, SchoolId school, Explanation explanation) {
    PolicyPack pack = rules.pack(school);
    Decided decided =
        decisions.decide(pack.version(), TABLE, inputs(pupil, school, pack, explanation));
    String code = decided.row().answer("code");
    LocalDate last = last(explanation, pack);
    if (code.equals(FirstDay.DECIDE_CODE)) {
      explanations.keepReport(pupil, explanation, last);
      return;
    }
    List<Half> awaiting =
        marks.of(pupil, explanation.on(), last, Scope.ofTheSystem(school)).stream()
            .filter(mark -> isUnexplained(mark, pack))
            .map(mark -> new Half(mark.day(), mark.session()))
            .toList();
    queueing.unheard(
        () ->
            settling.settle(
                pupil, school, awaiting, code, explanation.words(), explanation.author()));
    settling.plan(
        pupil, school, explanation.on(), last, code, explanation.words(), explanation.author());
  }

  private static boolean isUnexplained(Mark mark, PolicyPack pack) {
    return pack.codes()
        .find(mark.code(), mark.day())
        .filter(code -> code.is(CodeKind.UNEXPLAINED))
        .isPresent();
  }

  /** The last day of the report: one day or, where an expected return is enough, up to that. */
  private static LocalDate last(Explanation explanation, PolicyPack pack) {
    LocalDate back = explanation.expectedReturn();
    return back == null
            || !back.isAfter(explanation.on())
            || pack.settings().yes("reporting.report-every-day")
        ? explanation.on()
        : back.minusDays(1);
  }

  private Map<String, Object> inputs(
      PupilId pupil, SchoolId school, PolicyPack pack, Explanation explanation) {
    return Map.of(
        "reason",
        explanation.reason(),
        "notifiedInAdvance",
        inAdvance(school, explanation),
        "evidence",
        "none",
        "leaveGranted",
        leaveGranted(pupil, school, pack, explanation.on()),
        "religiousDaysUsed",
        religiousDaysUsed(pupil, school, pack, explanation.on()));
  }

  /** Before the morning register of the day opens. */
  private boolean inAdvance(SchoolId school, Explanation explanation) {
    LocalDate today = rules.today();
    LocalTime now = LocalTime.ofInstant(clock.instant(), SchoolCalendar.ZONE);
    return today.isBefore(explanation.on())
        || (today.equals(explanation.on())
            && now.isBefore(rules.registerTimes(school).morning().opens()));
  }

  private boolean leaveGranted(PupilId pupil, SchoolId school, PolicyPack pack, LocalDate day) {
    return planned.of(pupil, day, day, Scope.ofTheSystem(school)).stream()
        .anyMatch(
            mark ->
                pack.codes()
                    .find(mark.code(), day)
                    .filter(code -> code.is(CodeKind.LEAVE))
                    .isPresent());
  }

  /** School days with the code of religious observance this school year, before the day. */
  private int religiousDaysUsed(PupilId pupil, SchoolId school, PolicyPack pack, LocalDate day) {
    LocalDate since = rules.calendar(school).schoolYear(day).first();
    return (int)
        marks.of(pupil, since, day, Scope.ofTheSystem(school)).stream()
            .filter(mark -> mark.day().isBefore(day))
            .filter(
                mark ->
                    pack.codes()
                        .find(mark.code(), mark.day())
                        .filter(code -> code.is(CodeKind.RELIGIOUS))
                        .isPresent())
            .map(Mark::day)
            .distinct()
            .count();
  }

  /** Who said it, in words, as a form names a contact of the case's pupil. */
  String who(CaseFile file, String contact) {
    return contacts.of(file.pupil(), Scope.ofTheSystem(file.school())).all().stream()
        .filter(one -> one.externalId().equals(contact))
        .map(Contact::relationship)
        .findFirst()
        .map(relationship -> "the " + relationship.toLowerCase(Locale.UK))
        .orElse("");
  }
}
