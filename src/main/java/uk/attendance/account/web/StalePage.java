package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.util.unit.DataSize;

/**
 * A form sent without its token: nearly always a page left open until the session had ended. A file
 * too large to be read loses its token too, and says so instead.
 */
class StalePage implements AccessDeniedHandler {

  private final DataSize largestRequest;

  StalePage(DataSize largestRequest) {
    this.largestRequest = largestRequest;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (tooLarge(request)) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (denied instanceof CsrfException && request.getRequestURI().equals("/sign-in")) {
      response.sendRedirect("/sign-in?stale");
    } else if (denied instanceof CsrfException && request.getUserPrincipal() == null) {
      response.sendRedirect("/sign-in?ended");
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private boolean tooLarge(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
        && request.getContentLengthLong() > largestRequest.toBytes();
  }
}
