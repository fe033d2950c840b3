package uk.attendance.worklist.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.worklist.CallSheet;
import uk.attendance.worklist.FamilyToCall.Standing;
import uk.attendance.worklist.TodayLine;

/** Families that the office has yet to ring. */
@Component
@Order(20)
class CallsToday implements TodayLine {

  private final CallPages calls;

  CallsToday(CallPages calls) {
    this.calls = calls;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    if (!scope.has(school.id(), Role.OFFICE)) {
      return List.of();
    }
    CallSheet sheet = calls.sheet(school, scope);
    List<Line> lines = new ArrayList<>();
    add(
        lines,
        sheet.those(Standing.TO_CALL).size(),
        "family to call",
        "families to call",
        "/calls");
    add(
        lines,
        sheet.those(Standing.REPLIED).size(),
        "family replied and was not called",
        "families replied and were not called",
        "/calls?show=replied");
    add(
        lines,
        sheet.those(Standing.CALL_AGAIN).size(),
        "family to call again",
        "families to call again",
        "/calls?show=call-again");
    return lines;
  }

  private static void add(List<Line> lines, int count, String one, String several, String href) {
    if (count > 0) {
      lines.add(Line.of(count, Integer.MAX_VALUE, one, several, href, false));
    }
  }
}
