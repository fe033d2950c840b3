package uk.attendance.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Setting one's own password through a link, the first as well as a forgotten one. */
@Component
public class SettingPasswords {

  private final Accounts accounts;
  private final PasswordLinks links;
  private final Attempts attempts;
  private final RunningSessions sessions;
  private final AccountEvents events;

  SettingPasswords(
      Accounts accounts,
      PasswordLinks links,
      Attempts attempts,
      RunningSessions sessions,
      AccountEvents events) {
    this.accounts = accounts;
    this.links = links;
    this.attempts = attempts;
    this.sessions = sessions;
    this.events = events;
  }

  /** Whose password the link sets; empty when it is used, too old or not one of ours. */
  public Optional<Account> whose(String token) {
    return links.whose(token);
  }

  /**
   * Sets the password, uses the link up, lifts any wait and ends every session of the account.
   *
   * @return false when the link does not work (any more); nothing is changed then
   */
  @Transactional
  public boolean set(String token, String password) {
    Optional<Account> whose = links.whose(token);
    if (whose.isEmpty() || !links.use(token)) {
      return false;
    }
    Account account = whose.get();
    accounts.setPassword(account.id(), password);
    links.voidAll(account.id());
    attempts.forget(account.email());
    sessions.end(account.id());
    events.add(
        account.id(),
        AccountEvent.Kind.PASSWORD_SET,
        "Password set through a link",
        account.signedIn());
    return true;
  }
}
