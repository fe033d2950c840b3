package uk.attendance.leave;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.TaskId;
import uk.attendance.letter.Wording;
import uk.attendance.worklist.AnswersTask.Answered;

/**
 * The letter that a decision sends, before it is made: from the same answers, in the same words.
 */
@Component
public class DecisionLetters {

  private final DecidingLeave deciding;
  private final LeaveLetters letters;
  private final CaseFiles cases;

  DecisionLetters(DecidingLeave deciding, LeaveLetters letters, CaseFiles cases) {
    this.deciding = deciding;
    this.letters = letters;
    this.cases = cases;
  }

  /**
   * @param answers as the task decide-leave takes them
   * @return empty where nobody on file would have one
   * @throws uk.attendance.worklist.AnswerRefused naming the answer that cannot stand
   */
  public List<Wording.Written> show(
      TaskId task, LeaveRequest request, Map<String, Object> answers, Actor by) {
    DecidingLeave.Drawn drawn =
        deciding.draw(new Answered(task, Leave.DECIDE, cases.get(request.caseId()), answers, by));
    return letters.preview(request.id(), drawn.becomes(), drawn.decision());
  }
}
