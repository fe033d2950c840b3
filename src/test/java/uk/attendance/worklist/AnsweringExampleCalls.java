package uk.attendance.worklist;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.RunningCases;

/** The feature behind the example call: refuses one note, and opens the case anew when undone. */
@Component
class AnsweringExampleCalls implements AnswersTask {

  private final RunningCases running;

  AnsweringExampleCalls(@Lazy RunningCases running) {
    this.running = running;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("every-component");
  }

  @Override
  public Map<String, Object> answered(Answered answered) {
    if (answered.text("notes").equals("impossible")) {
      throw new AnswerRefused("notes", "That cannot be.");
    }
    Map<String, Object> facts = new HashMap<>();
    facts.put("callAnswered", answered.outcome().equals("reason-given"));
    return facts;
  }

  @Override
  public void undone(Answered answered) {
    running.reopen(answered.caseFile().id(), Map.of(), answered.by());
  }
}
