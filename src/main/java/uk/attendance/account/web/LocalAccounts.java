package uk.attendance.account.web;

import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.CheckingPasswords;
import uk.attendance.account.TooManyAttempts;

/**
 * Signs in with email and password. Whoever is signed in is one {@link AccountId}, whichever way it
 * was proved: a further way (single sign-on, a one-time code) is another provider.
 */
@Component
class LocalAccounts implements AuthenticationProvider {

  private final CheckingPasswords passwords;

  LocalAccounts(CheckingPasswords passwords) {
    this.passwords = passwords;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    try {
      AccountId id =
          passwords
              .check(attempt.getName(), String.valueOf(attempt.getCredentials()))
              .orElseThrow(() -> new BadCredentialsException("email and password do not match"));
      return UsernamePasswordAuthenticationToken.authenticated(
          id, null, List.of(new SimpleGrantedAuthority("person")));
    } catch (TooManyAttempts e) {
      throw new Waiting(e);
    }
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
  }

  /** {@link TooManyAttempts} in the words of Spring Security. */
  static final class Waiting extends AuthenticationException {

    final transient Duration wait;

    private Waiting(TooManyAttempts cause) {
      super(cause.getMessage(), cause);
      this.wait = cause.waiting();
    }
  }
}
