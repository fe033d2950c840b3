package uk.attendance.account;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody signed in changes their own password, knowing the present one. */
@Component
public class ChangingOwnPassword {

  private final Accounts accounts;
  private final CheckingPasswords checking;
  private final PasswordLinks links;
  private final RunningSessions sessions;
  private final AccountEvents events;

  ChangingOwnPassword(
      Accounts accounts,
      CheckingPasswords checking,
      PasswordLinks links,
      RunningSessions sessions,
      AccountEvents events) {
    this.accounts = accounts;
    this.checking = checking;
    this.links = links;
    this.sessions = sessions;
    this.events = events;
  }

  /**
   * Sets the password and ends the person's sessions elsewhere.
   *
   * @param ownSession stays
   * @throws ChangeRefused when the present password is wrong or the new one will not do
   * @throws TooManyAttempts when the present password was wrong too often
   */
  public void change(SignedIn person, String present, String wanted, String ownSession) {
    Account account = accounts.find(person.id()).orElseThrow();
    Optional<String> problem = PasswordRules.problem(wanted, account.email());
    if (problem.isPresent()) {
      throw new ChangeRefused("password", problem.get());
    }
    if (checking.check(account.email(), present).isEmpty()) {
      throw new ChangeRefused("present", "That is not your present password");
    }
    accounts.setPassword(person.id(), wanted);
    links.voidAll(person.id());
    sessions.endOthers(person.id(), ownSession);
    events.add(person.id(), AccountEvent.Kind.PASSWORD_SET, "Password changed", person);
  }
}
