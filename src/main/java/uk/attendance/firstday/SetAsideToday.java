package uk.attendance.firstday;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.firstday.EvaluatingRegisterClose.SetAside;
import uk.attendance.worklist.TodayLine;

/**
 * Pupils whose register close failed. It is tried again by itself; until then nobody was asked to
 * ring for them, so a person has to know.
 */
@Component
@Order(5)
class SetAsideToday implements TodayLine {

  private final EvaluatingRegisterClose evaluating;

  SetAsideToday(EvaluatingRegisterClose evaluating) {
    this.evaluating = evaluating;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    if (!scope.seesWholeSchool(school.id())) {
      return List.of();
    }
    List<SetAside> failed = evaluating.setAside(school.id());
    return failed.isEmpty()
        ? List.of()
        : List.of(
            Line.of(
                failed.size(),
                Integer.MAX_VALUE,
                "pupil could not be looked at when the register closed: see whether anybody must ring",
                "pupils could not be looked at when the register closed: see whether anybody must ring",
                "/registers/set-aside",
                true));
  }
}
