package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Timeline;
import uk.attendance.firstday.Spell.Now;
import uk.attendance.letter.OrderingLetters;
import uk.attendance.policy.CodeClass;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RegisterCode;
import uk.attendance.register.Author;
import uk.attendance.register.SettlingMarks.Half;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;
import uk.attendance.worklist.Submission;

/** Puts the code of an absence into the register: the policy's, or the one a person decided. */
@Component
public class RecordingCodes {

  private final ReadingSpells spells;
  private final SettledMarks settled;
  private final Explanations explanations;
  private final Timeline timeline;
  private final OrderingLetters letters;
  private final FirstDayLetters firstDayLetters;
  private final OpenTasks tasks;
  private final KnownSoFar known;
  private final OpeningCases opening;
  private final FirstDayRules rules;

  RecordingCodes(
      ReadingSpells spells,
      SettledMarks settled,
      Explanations explanations,
      Timeline timeline,
      OrderingLetters letters,
      FirstDayLetters firstDayLetters,
      OpenTasks tasks,
      KnownSoFar known,
      OpeningCases opening,
      FirstDayRules rules) {
    this.spells = spells;
    this.settled = settled;
    this.explanations = explanations;
    this.timeline = timeline;
    this.letters = letters;
    this.firstDayLetters = firstDayLetters;
    this.tasks = tasks;
    this.known = known;
    this.opening = opening;
    this.rules = rules;
  }

  /** The policy gave the reason a code: the marks of the spell take it, and the case ends. */
  public void record(CaseFile file, String code) {
    Explanation explanation =
        explanations
            .of(file.id())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "case %s is to record code %s; needed: the explanation"
                            .formatted(file.id(), code)));
    settle(file, code, explanation.words(), explanation.author());
    planAhead(file, code, explanation);
    note(file, explanation.words(), code);
    letters.withdraw(file, "the absence is explained");
    end(file);
  }

  /**
   * A person decided: the marks of the spell take the code.
   *
   * @param reason what was known, in words; empty where nothing was
   * @return whether the code is authorised, and whether the case may end: the reason is known, or
   *     the pupil is back
   */
  Decision decided(CaseFile file, String code, String reason, Author by) {
    boolean away = spells.of(file).now() == Now.AWAY;
    boolean explained = !reason.isEmpty() || explanations.of(file.id()).isPresent();
    String words = words(reason);
    settle(file, code, words, by);
    explanations.of(file.id()).ifPresent(explanation -> planAhead(file, code, explanation));
    note(file, words, code);
    boolean authorised = isAuthorised(file, code);
    return new Decision(authorised, authorised || explained || !away);
  }

  /** What follows from a decision: the letter to the parents, and what is left to be told. */
  public void afterDecision(CaseFile file, String code, boolean ends) {
    if (!isAuthorised(file, code)) {
      String reason =
          known.standing(file).stream()
              .filter(answer -> answer.task().equals(FirstDay.DECIDE_CODE))
              .map(answer -> String.valueOf(answer.answers().getOrDefault("reason", "")))
              .reduce((first, last) -> last)
              .orElse("");
      firstDayLetters.codedUnauthorised(file, settled.with(file, code), code, words(reason));
    }
    if (ends) {
      end(file);
    }
  }

  private static String words(String reason) {
    String words = reason.replace('-', ' ');
    return words.isBlank()
        ? "No reason was given in time"
        : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /**
   * @param ends whether nothing is left to be asked
   */
  public record Decision(boolean authorised, boolean ends) {}

  private void settle(CaseFile file, String code, String reason, Author by) {
    Map<Half, String> sessions = new LinkedHashMap<>();
    spells
        .unexplained(file)
        .forEach(mark -> sessions.put(new Half(mark.day(), mark.session()), mark.code()));
    settled.settle(file, sessions, code, reason, by);
    timeline.write(
        file.id(),
        EntryKind.MARKS,
        null,
        "%d %s recorded as %s"
            .formatted(sessions.size(), sessions.size() == 1 ? "session" : "sessions", code),
        null,
        null,
        new Actor(null, by.name(), by.title()));
  }

  /** The rest of the day, and up to an expected return where the policy is content with one. */
  private void planAhead(CaseFile file, String code, Explanation explanation) {
    LocalDate last = explanations.coveredUntil(file).orElse(explanation.on());
    LocalDate today = rules.today();
    LocalDate first = explanation.on().isBefore(today) ? today : explanation.on();
    if (!last.isBefore(first)) {
      settled.plan(file, first, last, code, explanation.words(), explanation.author());
    }
  }

  /** DH-R13: each follow-up ends with four facts. */
  private void note(CaseFile file, String reason, String code) {
    String action =
        known.standing(file).stream()
            .filter(answer -> answer.task().equals(FirstDay.CONCERN))
            .map(Submission::outcome)
            .map(outcome -> outcome.equals("referred") ? "referred" : "looked at, none needed")
            .reduce((first, last) -> last)
            .orElse("none");
    timeline.write(
        file.id(),
        EntryKind.NOTE,
        null,
        "Reason: %s. Safeguarding action: %s. %s. Code: %s."
            .formatted(
                reason, action, isAuthorised(file, code) ? "Approved" : "Not approved", code),
        null,
        null,
        Actor.PROGRAM);
  }

  private boolean isAuthorised(CaseFile file, String code) {
    PolicyPack pack = rules.pack(file.pack());
    return pack.codes()
        .find(code, file.startedOn())
        .map(RegisterCode::codeClass)
        .filter(known -> known != CodeClass.UNAUTHORISED_ABSENCE)
        .isPresent();
  }

  /** Who is still to be told is told by a case of its own. */
  private void end(CaseFile file) {
    PolicyPack pack = rules.pack(file.pack());
    boolean told = pack.settings().yes("first-day.tell-workers-of-explained-absence");
    List<String> open = tasks.of(file.id()).stream().map(OpenTask::task).toList();
    Map<String, Object> facts = new HashMap<>(known.of(file));
    boolean concern =
        Boolean.TRUE.equals(facts.get("safeguardingConcern"))
            && known.standing(file).stream()
                .noneMatch(answer -> answer.task().equals(FirstDay.CONCERN));
    boolean workers =
        told && (open.contains(FirstDay.SOCIAL_WORKER) || open.contains(FirstDay.YOUTH_JUSTICE));
    facts.put("socialWorker", workers && open.contains(FirstDay.SOCIAL_WORKER));
    facts.put("youthJustice", workers && open.contains(FirstDay.YOUTH_JUSTICE));
    if (concern || workers) {
      facts.put("safeguardingConcern", concern);
      facts.put("childSeen", true);
      opening.leftToBeTold(file, facts);
    }
  }
}
