package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.BeforeCommit;
import uk.attendance.casefile.CaseFile;
import uk.attendance.register.Author;
import uk.attendance.worklist.AnswerRefused;
import uk.attendance.worklist.AnswersTask;

/** What follows from the answers to the tasks of first-day contact, but for the decided code. */
@Component
class AnsweringFirstDay implements AnswersTask {

  private final Explaining explaining;
  private final KnownSoFar known;
  private final CorrectingPresence presence;
  private final EndingInforming informing;
  private final OpeningCases opening;
  private final TakingBack takingBack;
  private final BeforeCommit beforeCommit;
  private final FirstDayRules rules;

  AnsweringFirstDay(
      Explaining explaining,
      KnownSoFar known,
      CorrectingPresence presence,
      EndingInforming informing,
      OpeningCases opening,
      TakingBack takingBack,
      BeforeCommit beforeCommit,
      FirstDayRules rules) {
    this.explaining = explaining;
    this.known = known;
    this.presence = presence;
    this.informing = informing;
    this.opening = opening;
    this.takingBack = takingBack;
    this.beforeCommit = beforeCommit;
    this.rules = rules;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(
        FirstDay.CONFIRM,
        FirstDay.PARENTS,
        FirstDay.EMERGENCY,
        FirstDay.VISIT,
        FirstDay.FOLLOW_UP,
        FirstDay.SOCIAL_WORKER,
        FirstDay.YOUTH_JUSTICE,
        FirstDay.CONCERN);
  }

  @Override
  public Map<String, Object> answered(Answered answered) {
    CaseFile file = answered.caseFile();
    Map<String, Object> facts = new HashMap<>(known.of(file));
    if (FirstDay.isInforming(file)) {
      facts.put("explained", true);
      if (answered.outcome().equals("moved-away")) {
        beforeCommit.run(() -> opening.leftToBeTold(file, known.of(file)));
      } else if (!answered.outcome().equals("not-reached")) {
        beforeCommit.run(() -> informing.endIfNothingIsLeft(file.id()));
      }
      return facts;
    }
    facts.put("explained", false);
    switch (answered.outcome()) {
      case "reason-given" -> {
        if (answered.text("spokeTo").isBlank()) {
          throw new AnswerRefused("spokeTo", "Say who gave the reason.");
        }
        facts.putAll(explaining.explained(file, explanation(answered), answered.by()));
      }
      case "explained" ->
          facts.putAll(explaining.explained(file, explanation(answered), answered.by()));
      case "present" -> facts.putAll(presence.present(file, author(answered)));
      default -> {
        // the policy's table says what comes next
      }
    }
    return facts;
  }

  private Explanation explanation(Answered answered) {
    String reason = answered.text("reason");
    String words = answered.text("reasonText");
    return new Explanation(
        reason.isBlank() ? "other" : reason,
        words.isBlank() ? answered.text("notes") : words,
        explaining.who(answered.caseFile(), answered.text("spokeTo")),
        rules.today(),
        answered.answers().get("expectedReturn") instanceof LocalDate day ? day : null,
        author(answered));
  }

  static Author author(Answered answered) {
    return new Author(answered.by().name(), answered.by().title());
  }

  @Override
  public void undone(Answered answered) {
    takingBack.takeBack(answered.caseFile(), answered.by());
  }
}
