package uk.attendance.register;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.policy.CodeClass;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.RegisterCode;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** The codes that a person may choose from, in the order of the pack's table. */
@Component
public class CodesOffered {

  private final RegisterRules rules;

  CodesOffered(RegisterRules rules) {
    this.rules = rules;
  }

  /** Valid in this session; of the two codes for present the one that belongs to it. */
  public List<RegisterCode> on(LocalDate day, Session session, SchoolId school) {
    return rules.codes(school).all().stream()
        .filter(code -> code.holdsOn(day))
        .filter(code -> Marks.normal(code.code(), session).equals(code.code()))
        .toList();
  }

  /** Whether a code, retired or not, can be what one of a school's system stands for. */
  public boolean exists(String code, SchoolId school) {
    return code.equals(Marks.NONE)
        || rules.codes(school).all().stream().anyMatch(known -> known.code().equals(code));
  }

  /** What an absence that is known beforehand may be: settled, and no way of being present. */
  public List<RegisterCode> forPlans(LocalDate day, SchoolId school) {
    return rules.codes(school).all().stream()
        .filter(code -> code.holdsOn(day))
        .filter(code -> code.codeClass() != CodeClass.ADMINISTRATIVE)
        .filter(
            code ->
                !code.is(CodeKind.UNEXPLAINED)
                    && !code.is(CodeKind.PRESENT)
                    && !code.is(CodeKind.LATE_BEFORE_CLOSE)
                    && !code.is(CodeKind.LATE_AFTER_CLOSE))
        .toList();
  }
}
