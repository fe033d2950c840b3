package uk.attendance.leave;

import java.util.List;
import java.util.Map;
import uk.attendance.account.Actor;
import uk.attendance.letter.ShowingBeforehand;

/** The letters that a decision sends, before it is made. */
public interface DecisionLetters {

  /**
   * @param answers as the task decide-leave takes them
   */
  List<ShowingBeforehand.Shown> show(LeaveRequest request, Map<String, Object> answers, Actor by);
}
