package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Requests that came in by the port for operators, where there is one of its own. */
@Component
class ManagementPort implements RequestMatcher {

  private final Environment environment;

  ManagementPort(Environment environment) {
    this.environment = environment;
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    return ManagementPortType.get(environment) == ManagementPortType.DIFFERENT
        && Integer.valueOf(request.getLocalPort())
            .equals(environment.getProperty("local.management.port", Integer.class));
  }
}
