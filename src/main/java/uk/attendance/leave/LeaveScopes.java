package uk.attendance.leave;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.Scopes;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.school.SchoolId;

/**
 * What a person may see and do about one request beside their own scope: a deputy stands in for the
 * headteacher; the clerk, the chair and the panel see the papers of the appeal and nothing else.
 */
@Component
public class LeaveScopes {

  private final Scopes scopes;
  private final LeaveRequests requests;
  private final Appeals appeals;
  private final Deputies deputies;
  private final CaseFiles cases;

  LeaveScopes(
      Scopes scopes, LeaveRequests requests, Appeals appeals, Deputies deputies, CaseFiles cases) {
    this.scopes = scopes;
    this.requests = requests;
    this.appeals = appeals;
    this.deputies = deputies;
    this.cases = cases;
  }

  /** For one case; the person's own scope where it is none of theirs. */
  public Scope of(AccountId person, CaseId about) {
    Scope own = scopes.of(person);
    Optional<LeaveRequest> request = requests.ofCase(about);
    if (request.isEmpty()) {
      return own;
    }
    LeaveRequest asked = request.get();
    SchoolId school = asked.school();
    Scope scope =
        own.schools().contains(school) && deputies.decides(school, person)
            ? own.standingIn(school, Role.HEADTEACHER)
            : own;
    return appeals
        .of(asked.id())
        .filter(appeal -> isOpen(about) && hasPapers(own, appeal, school, person))
        .map(appeal -> scope.withPapersOf(asked.pupil().value()))
        .orElse(scope);
  }

  /** When the case is over its papers are nobody's business any more. */
  private boolean isOpen(CaseId about) {
    return cases.find(about).filter(CaseFile::isOpen).isPresent();
  }

  /** The clerk and the chair from receipt on, the panel once it is named. */
  private boolean hasPapers(Scope own, Appeal appeal, SchoolId school, AccountId person) {
    if (own.has(school, Role.APPEALS_CLERK)) {
      return true;
    }
    return own.has(school, Role.GOVERNOR)
        && (appeal.panel().contains(person)
            || (appeal.late() && appeal.admitted() == null && isChair(school, person)));
  }

  boolean isChair(SchoolId school, AccountId person) {
    return appeals.chairOf(school).map(person::equals).orElse(true);
  }
}
