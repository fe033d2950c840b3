package uk.attendance.firstday;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.RegisterCode;
import uk.attendance.register.MarkRefused;
import uk.attendance.worklist.AnswerRefused;
import uk.attendance.worklist.AnswersTask;

/** A person decided the code of an absence (DH-R9, LB-R5, NF-R3). */
@Component
class AnsweringDecidedCode implements AnswersTask {

  private final RecordingCodes recording;
  private final FirstDayRules rules;
  private final TakingBack takingBack;

  AnsweringDecidedCode(RecordingCodes recording, FirstDayRules rules, TakingBack takingBack) {
    this.recording = recording;
    this.rules = rules;
    this.takingBack = takingBack;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(FirstDay.DECIDE_CODE);
  }

  @Override
  public Map<String, Object> answered(Answered answered) {
    CaseFile file = answered.caseFile();
    String code = answered.text("code");
    RegisterCode known =
        rules
            .pack(file.pack())
            .codes()
            .find(code, rules.today())
            .orElseThrow(() -> new AnswerRefused("code", "“%s” is no code.".formatted(code)));
    if (known.is(CodeKind.UNEXPLAINED)) {
      throw new AnswerRefused("code", "Choose the code that replaces %s.".formatted(code));
    }
    try {
      RecordingCodes.Decision decision =
          recording.decided(
              file, code, answered.text("reason"), AnsweringFirstDay.author(answered));
      return Map.of(
          "decidedCode", code, "authorised", decision.authorised(), "settled", decision.ends());
    } catch (MarkRefused refused) {
      throw new AnswerRefused("code", String.valueOf(refused.getMessage()));
    }
  }

  @Override
  public void undone(Answered answered) {
    takingBack.takeBack(answered.caseFile(), answered.by());
  }
}
