package uk.attendance.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPack;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.register.AwaitingReasons;
import uk.attendance.register.AwaitingReasons.Waiting;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/**
 * Whose marks should have had a reason by now: prompted on the pack's day, not after it (NF-R3).
 */
@Component
class LateReasons {

  private final AwaitingReasons awaiting;
  private final Pupils pupils;

  LateReasons(AwaitingReasons awaiting, Pupils pupils) {
    this.awaiting = awaiting;
    this.pupils = pupils;
  }

  Today.LateReasons on(LocalDate day, SchoolCalendar calendar, PolicyPack pack, Scope scope) {
    int promptOnDay = pack.settings().count("register.unexplained-code-prompt-on-day");
    List<Waiting> waiting =
        awaiting.since(
            calendar.school(),
            pack.codeSet("unexplained").codes(),
            calendar.subtractSchoolDays(day, promptOnDay - 1),
            scope);
    Map<PupilId, Pupil> byId =
        pupils.byIds(waiting.stream().map(Waiting::pupil).toList(), scope).stream()
            .collect(Collectors.toMap(Pupil::id, Function.identity()));
    return new Today.LateReasons(
        promptOnDay,
        waiting.stream()
            .filter(late -> byId.containsKey(late.pupil()))
            .map(
                late ->
                    new Today.Late(
                        byId.get(late.pupil()),
                        late.sessions(),
                        DayWords.withoutYear(late.oldest())))
            .toList());
  }
}
