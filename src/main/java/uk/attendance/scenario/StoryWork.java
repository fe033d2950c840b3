package uk.attendance.scenario;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.EvaluatingRegisterClose;
import uk.attendance.leave.LeaveDays;
import uk.attendance.leave.RequestId;

/** Does at once what the program otherwise does beside the pages: register closes and the post. */
@Component
@Profile("scenario")
class StoryWork {

  private final EvaluatingRegisterClose evaluating;
  private final LeaveDays leave;
  private final StoryPost post;

  StoryWork(EvaluatingRegisterClose evaluating, LeaveDays leave, StoryPost post) {
    this.evaluating = evaluating;
    this.leave = leave;
    this.post = post;
  }

  /** Ends the cases of leavers whose day has come, and sends what waits. */
  void settle(StorySchool school) {
    closeRegisters(school);
    post.send();
  }

  /**
   * @throws StepRefused when a pupil could not be looked at
   */
  void closeRegisters(StorySchool school) {
    evaluating.workOff(school.id());
    List<EvaluatingRegisterClose.SetAside> failed = evaluating.setAside(school.id());
    if (!failed.isEmpty()) {
      throw new StepRefused(
          failed.stream()
              .map(one -> school.nameOf(one.pupil()) + ": " + one.because())
              .collect(Collectors.joining("; ", "the register close failed for ", "")));
    }
    Map<RequestId, String> days = leave.workOff(school.id());
    if (!days.isEmpty()) {
      throw new StepRefused("days of leave could not be looked at: " + days.values());
    }
    evaluating.workOff(school.id());
  }
}
