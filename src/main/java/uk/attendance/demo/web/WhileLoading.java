package uk.attendance.demo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.attendance.demo.StartingDemonstration;

/** Until all made-up schools are in, every page says that they are being loaded. */
@Component
@Profile("demo")
class WhileLoading extends OncePerRequestFilter {

  private static final Pattern NO_PAGE =
      Pattern.compile(
          "/(app\\.css|app\\.js|favicon\\.svg|livez|readyz|(vendor|fonts|assets|actuator)/.*)");

  private final StartingDemonstration starting;

  WhileLoading(StartingDemonstration starting) {
    this.starting = starting;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return starting.ready() || NO_PAGE.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", "5");
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    new ClassPathResource("demo/loading.html")
        .getInputStream()
        .transferTo(response.getOutputStream());
  }
}
