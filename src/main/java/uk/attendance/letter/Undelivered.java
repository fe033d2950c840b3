package uk.attendance.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolCalendar;

/**
 * Asks a person about a letter that did not reach anybody: a case of process {@code
 * undelivered-letter}, one open at a time for each pupil, letter and reason.
 */
@Component
public class Undelivered {

  public static final String PROCESS = "undelivered-letter";
  public static final String TASK = "resolve-undelivered-letter";
  private static final String SETTLED = "letter-settled";

  private final RunningCases running;
  private final CaseFiles cases;
  private final Function<CaseFile, Instant> due;
  private final Clock clock;

  @Autowired
  Undelivered(RunningCases running, CaseFiles cases, Deadlines deadlines, Clock clock) {
    this(
        running,
        cases,
        about -> deadlines.due(about.school(), about.pack(), TASK, null).at(),
        clock);
  }

  Undelivered(RunningCases running, CaseFiles cases, Function<CaseFile, Instant> due, Clock clock) {
    this.running = running;
    this.cases = cases;
    this.due = due;
    this.clock = clock;
  }

  /** From a step of a case, whose command of the engine is still running. */
  void open(NewMessage message) {
    running.openAfterwards(
        opening(
            message.about(),
            message.letter().id(),
            message.letter().title(),
            because(message.reason(), message.detail()),
            reason(message.reason()),
            message.why().rule()),
        Actor.PROGRAM);
  }

  /** From outside the engine. */
  void open(Message message, CaseFile about) {
    running.open(
        opening(
            about,
            message.letter(),
            message.title(),
            message.because(),
            reason(message.reason()),
            message.why().rule()),
        Actor.PROGRAM);
  }

  /** The letter needs nobody any more. */
  void settled(PupilId pupil, String letter) {
    for (CaseFile open : cases.openOf(pupil)) {
      if (open.process().equals(PROCESS) && letterOf(open).equals(letter)) {
        running.tellAfterwards(open.id(), SETTLED, Map.of(), Actor.PROGRAM);
      }
    }
  }

  static String letterOf(CaseFile undelivered) {
    return undelivered.cause().split("/")[0];
  }

  static Reason reasonOf(CaseFile undelivered) {
    return Reason.valueOf(
        undelivered.cause().split("/")[1].replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private Opening opening(
      CaseFile about, String letter, String title, String because, Reason reason, RuleId rule) {
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    Why why = Why.of(rule, "'%s' did not go. %s".formatted(title, because));
    return new Opening(
        PROCESS,
        letter + "/" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        about.school(),
        about.pupil(),
        about.pack(),
        today,
        Map.of(
            "resolveUndeliveredLetterDue",
            Date.from(due.apply(about)),
            "resolveUndeliveredLetterWhy",
            WhyJson.write(why)),
        why);
  }

  private static String because(@Nullable Reason reason, @Nullable String detail) {
    String sentence = reason == null ? "" : reason.sentence();
    return detail == null ? sentence : sentence + " " + detail;
  }

  private static Reason reason(@Nullable Reason reason) {
    return reason == null ? Reason.GIVEN_UP : reason;
  }
}
