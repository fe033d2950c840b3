package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Why;
import uk.attendance.letter.MissedSession;
import uk.attendance.letter.OrderingLetters;
import uk.attendance.policy.PolicyPack;
import uk.attendance.register.Mark;
import uk.attendance.register.SettlingMarks.Half;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;
import uk.attendance.worklist.Submission;

/** The letters of an unexplained absence, with what only the case knows. */
@Component
public class FirstDayLetters {

  private static final String WHEN_CODED = "register.letter-when-coded-unauthorised";

  private final OrderingLetters letters;
  private final ReadingSpells spells;
  private final KnownSoFar known;
  private final DoneSteps done;
  private final Deadlines deadlines;
  private final FirstDayRules rules;

  FirstDayLetters(
      OrderingLetters letters,
      ReadingSpells spells,
      KnownSoFar known,
      DoneSteps done,
      Deadlines deadlines,
      FirstDayRules rules) {
    this.letters = letters;
    this.spells = spells;
    this.known = known;
    this.done = done;
    this.deadlines = deadlines;
    this.rules = rules;
  }

  /** No word this morning. */
  public void firstDayMessage(CaseFile file, Why why) {
    List<Mark> marks = spells.unexplained(file);
    Mark newest = marks.isEmpty() ? null : marks.get(marks.size() - 1);
    order(
        FirstDay.MESSAGE,
        "first-day-text",
        file,
        Map.of(
            "day",
            newest == null ? rules.today() : newest.day(),
            "session",
            newest == null ? Session.AM : newest.session()),
        why);
  }

  /** The letter that asks for the reason, by the day on which the code is decided. */
  public void firstDayLetter(CaseFile file, Why why) {
    List<MissedSession> sessions = sessions(file);
    LocalDate first = sessions.isEmpty() ? file.startedOn() : sessions.get(0).day();
    LocalDate by = deadlines.due(file.school(), file.pack(), FirstDay.DECIDE_CODE, first).on();
    order(
        FirstDay.LETTER,
        "first-day-letter",
        file,
        Map.of("sessions", sessions, "answerBy", by.isBefore(rules.today()) ? rules.today() : by),
        why);
  }

  /** Still unexplained. */
  public void secondLetter(CaseFile file, Why why) {
    order(
        FirstDay.SECOND_LETTER,
        "unexplained-second",
        file,
        Map.of("sessions", sessions(file)),
        why);
  }

  /** A code was decided that is unauthorised; where the policy writes about it. */
  void codedUnauthorised(CaseFile file, List<Half> coded, String code, String because) {
    PolicyPack pack = rules.pack(file.pack());
    if (!coded.isEmpty()
        && pack.settings().yes(WHEN_CODED)
        && pack.letter("coded-unauthorised").used()) {
      letters.order(
          "coded-unauthorised",
          file,
          Map.of(
              "sessions",
              coded.stream().map(half -> new MissedSession(half.day(), half.session())).toList(),
              "because",
              because + "."),
          Why.of(FirstDayRules.rule(pack, WHEN_CODED), "The absence was coded " + code));
    }
  }

  /** Ten school days without an explanation: the authority is told. */
  public void tenDays(CaseFile file, Why why) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("sessions", spells.absent(file).stream().map(FirstDayLetters::missed).toList());
    List<String> tried = lines(file, List.of(FirstDay.PARENTS, FirstDay.EMERGENCY));
    facts.put("contactsTried", tried.isEmpty() ? List.of("No call has been recorded.") : tried);
    facts.put("visits", lines(file, List.of(FirstDay.VISIT)));
    letters.order("la-ten-days", file, facts, why);
  }

  private void order(
      String step, String letter, CaseFile file, Map<String, Object> facts, Why why) {
    letters.order(letter, file, facts, why);
    done.done(file.id(), step, rules.today());
  }

  private List<MissedSession> sessions(CaseFile file) {
    return spells.unexplained(file).stream().map(FirstDayLetters::missed).toList();
  }

  private static MissedSession missed(Mark mark) {
    return new MissedSession(mark.day(), mark.session());
  }

  private List<String> lines(CaseFile file, List<String> tasks) {
    List<String> lines = new ArrayList<>();
    for (Submission answer : known.standing(file)) {
      if (tasks.contains(answer.task())) {
        lines.add(
            "%s, %s: %s"
                .formatted(
                    DayWords.full(SchoolCalendar.dayOf(answer.submittedAt())),
                    what(answer.task()),
                    answer.outcome().replace('-', ' ')));
      }
    }
    return lines;
  }

  private static String what(String task) {
    return switch (task) {
      case FirstDay.PARENTS -> "parents telephoned";
      case FirstDay.EMERGENCY -> "emergency contacts telephoned";
      default -> "home visited";
    };
  }
}
