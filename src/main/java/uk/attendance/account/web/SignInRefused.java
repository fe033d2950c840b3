package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Keeps what the sign-in page says next: the email as typed and, after too many failures, how long
 * to wait. The same for an email with an account as for one without.
 */
class SignInRefused implements AuthenticationFailureHandler {

  private static final String ATTRIBUTE = "attendance.refused";
  private static final int LONGEST_EMAIL = 254;

  /**
   * @param waiting nothing: email and password do not match
   */
  record Refusal(String email, @Nullable Duration waiting) implements Serializable {

    /** "30 seconds", "4 minutes"; rounded up. */
    public String waitWords() {
      long seconds = waiting == null ? 0 : waiting.plusMillis(999).toSeconds();
      long minutes = (seconds + 59) / 60;
      return seconds < 60
          ? seconds + (seconds == 1 ? " second" : " seconds")
          : minutes + (minutes == 1 ? " minute" : " minutes");
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String email = request.getParameter("email");
    String typed = email == null ? "" : email.substring(0, Math.min(LONGEST_EMAIL, email.length()));
    Duration wait = failure instanceof LocalAccounts.Waiting tooMany ? tooMany.wait : null;
    request.getSession().setAttribute(ATTRIBUTE, new Refusal(typed, wait));
    response.sendRedirect("/sign-in?refused");
  }

  static @Nullable Refusal takeFrom(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return null;
    }
    Refusal refusal = (Refusal) session.getAttribute(ATTRIBUTE);
    session.removeAttribute(ATTRIBUTE);
    return refusal;
  }
}
