package uk.attendance.reply;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.Timeline;
import uk.attendance.casefile.Why;
import uk.attendance.firstday.Explaining;
import uk.attendance.firstday.OpenAbsences;
import uk.attendance.firstday.OpenAbsences.OpenAbsence;
import uk.attendance.policy.Decided;
import uk.attendance.policy.Decisions;
import uk.attendance.pupil.Flag;
import uk.attendance.pupil.Pupil;
import uk.attendance.quickentry.Subjects;
import uk.attendance.reply.Landed.Landing;

/**
 * Brings an answer to the case of a child: as its explanation or as a note for a person, as the
 * policy's table {@code parent-reply} says.
 */
@Component
class LandingAnswers {

  private static final String WAY = "by reply link";

  private final OpenAbsences absences;
  private final Explaining explaining;
  private final Timeline timeline;
  private final Decisions decisions;
  private final Holds holds;
  private final Subjects subjects;
  private final ReplyRules rules;

  LandingAnswers(
      OpenAbsences absences,
      Explaining explaining,
      Timeline timeline,
      Decisions decisions,
      Holds holds,
      Subjects subjects,
      ReplyRules rules) {
    this.absences = absences;
    this.explaining = explaining;
    this.timeline = timeline;
    this.decisions = decisions;
    this.holds = holds;
    this.subjects = subjects;
    this.rules = rules;
  }

  Landed land(Child child, Answer answer) {
    return absences
        .of(child.pupil().id())
        .map(open -> land(child, open, answer))
        .orElseGet(() -> afterwards(child, answer));
  }

  private Landed land(Child child, OpenAbsence open, Answer answer) {
    LocalDate today = rules.today();
    LocalDate about = open.explainedDay(today, answer.isAwayOn(today));
    Decided decided =
        decisions.decide(
            rules.deciding(open.file().pack(), open.file().school()),
            ReplyRules.TABLE,
            facts(child.pupil(), open, answer));
    boolean explains = decided.row().answer("landing").equals("explained") && isAdultsWord(child);
    timeline.write(
        open.file().id(),
        EntryKind.NOTE,
        null,
        "%s. %s %s"
            .formatted(
                who(child),
                answer.inWords(),
                explains ? "Taken as the explanation." : "Left to a person."),
        Why.of(decided, decided.row(), List.of(about)),
        null,
        by(child));
    if (explains) {
      explaining.explain(
          child.pupil().id(),
          child.pupil().school(),
          answer.reason().key(),
          answer.words(),
          answer.expectedReturn(),
          "the " + relationship(child) + ", " + WAY,
          about,
          by(child));
    }
    return new Landed(
        child,
        open.file().id(),
        about,
        explains ? Landing.EXPLAINED : Landing.NOTE,
        decided.row().rule().value());
  }

  /** The case that wrote to them keeps what came too late for it. */
  private Landed afterwards(Child child, Answer answer) {
    timeline.write(
        child.caseId(),
        EntryKind.NOTE,
        null,
        "%s, after the absence was settled. %s".formatted(who(child), answer.inWords()),
        null,
        null,
        by(child));
    return new Landed(child, child.caseId(), rules.today(), Landing.AFTERWARDS, null);
  }

  private Map<String, Object> facts(Pupil pupil, OpenAbsence open, Answer answer) {
    return Map.of(
        "reason",
        answer.reason().key(),
        "expectedReturnGiven",
        answer.expectedReturn() != null,
        "vulnerable",
        pupil.has(Flag.SOCIAL_WORKER)
            || pupil.has(Flag.PROTECTION_PLAN)
            || pupil.has(Flag.LOOKED_AFTER),
        "safeguardingConcern",
        open.concern() || holds.isHeld(pupil.id()),
        "schoolDay",
        open.schoolDay());
  }

  /** Brothers and sisters pass no reason on, whatever their age (DH-R1). */
  private boolean isAdultsWord(Child child) {
    return subjects.tellers(child.pupil().id(), Scope.ofTheSystem(child.pupil().school())).stream()
        .anyMatch(teller -> teller.id().equals(child.contact().id()));
  }

  /** As the record names whoever answered: their name, and what they are to the child (NF-R4). */
  static Actor by(Child child) {
    return new Actor(null, child.contact().formalName(), relationship(child) + ", " + WAY);
  }

  private static String who(Child child) {
    return "Answered %s by the %s".formatted(WAY, relationship(child));
  }

  private static String relationship(Child child) {
    return Optional.of(child.contact().relationship())
        .filter(words -> !words.isBlank())
        .orElse("contact")
        .toLowerCase(Locale.UK);
  }
}
