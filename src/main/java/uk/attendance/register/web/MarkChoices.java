package uk.attendance.register.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.policy.RegisterCode;
import uk.attendance.pupil.Pupil;
import uk.attendance.register.CodesOffered;
import uk.attendance.register.MarksByHand;
import uk.attendance.school.Session;

/** The codes that a person may choose for a pupil, and whether the person may choose at all. */
@Component
class MarkChoices {

  private final CodesOffered codes;
  private final MarksByHand byHand;

  MarkChoices(CodesOffered codes, MarksByHand byHand) {
    this.codes = codes;
    this.byHand = byHand;
  }

  /**
   * @param statistics what the code counts as, in words
   */
  record Choice(String code, String meaning, String statistics) {

    private static Choice of(RegisterCode code) {
      return new Choice(code.code(), code.meaning(), code.codeClass().words());
    }
  }

  List<Choice> on(LocalDate day, Session session, Pupil pupil) {
    return codes.on(day, session, pupil.school()).stream().map(Choice::of).toList();
  }

  List<Choice> forPlans(LocalDate day, Pupil pupil) {
    return codes.forPlans(day, pupil.school()).stream().map(Choice::of).toList();
  }

  void refuseUnlessMayEnter(Pupil pupil, LocalDate day, Scope scope) {
    if (!byHand.mayEnter(pupil.id(), day, scope)) {
      throw refused("showing the form for a mark", pupil, scope);
    }
  }

  void refuseUnlessMayPlan(Pupil pupil, Scope scope) {
    if (!byHand.mayPlan(pupil.school(), scope)) {
      throw refused("showing the form for a planned absence", pupil, scope);
    }
  }

  private static NotAllowed refused(String attempted, Pupil pupil, Scope scope) {
    return new NotAllowed(
        attempted,
        pupil.school(),
        scope.rolesAt(pupil.school()),
        List.of(
            Role.OFFICE,
            Role.ATTENDANCE_OFFICER,
            Role.ATTENDANCE_LEAD,
            Role.HEADTEACHER,
            Role.DSL));
  }
}
