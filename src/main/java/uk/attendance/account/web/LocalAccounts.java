package uk.attendance.account.web;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.CheckingPasswords;

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
    AccountId id =
        passwords
            .check(attempt.getName(), String.valueOf(attempt.getCredentials()))
            .orElseThrow(() -> new BadCredentialsException("email and password do not match"));
    return UsernamePasswordAuthenticationToken.authenticated(
        id, null, List.of(new SimpleGrantedAuthority("person")));
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
  }
}
