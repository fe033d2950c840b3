package uk.attendance.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.attendance.account.Account;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Scopes;

/**
 * Reads the person's account and roles anew for each request: a closed account is out at its next
 * request, a changed role holds from the next request.
 */
@Component
class VisitFilter extends OncePerRequestFilter {

  private final Accounts accounts;
  private final Scopes scopes;
  private final Clock clock;

  VisitFilter(Accounts accounts, Scopes scopes, Clock clock) {
    this.accounts = accounts;
    this.scopes = scopes;
    this.clock = clock;
  }

  /** An error page knows the visit that led to it; an address without a page is one as well. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return true;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof AccountId id)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Account> account =
        accounts.find(id).filter(found -> !found.closed(LocalDate.now(clock)));
    if (account.isEmpty()) {
      new SecurityContextLogoutHandler().logout(request, response, authentication);
      response.sendRedirect("/sign-in?ended");
      return;
    }
    Scopes.Reach reach = scopes.read(id);
    new Visit(account.get().signedIn(), reach.scope(), reach.schools(), Visit.chosenIn(request))
        .keepIn(request);
    chain.doFilter(request, response);
  }
}
