package uk.attendance.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.attendance.demo.MovingOn;

/** Anybody who is signed in may move the demonstration's clock on. */
@Controller
@Profile("demo")
class TimeController {

  private final MovingOn moving;

  TimeController(MovingOn moving) {
    this.moving = moving;
  }

  /**
   * @param from where the clock stood on the page that was pressed: pressing twice moves once
   */
  @PostMapping("/demonstration/next-day")
  String moveOn(@RequestParam LocalDate from, HttpServletRequest request) {
    moving.moveOn(from);
    return "redirect:" + pathOf(request.getHeader(HttpHeaders.REFERER));
  }

  /**
   * @param from when the clock stood on the page that was pressed: pressing twice moves once
   */
  @PostMapping("/demonstration/quarter-of-an-hour")
  String letTimePass(@RequestParam Instant from, HttpServletRequest request) {
    moving.letTimePass(from);
    return "redirect:" + pathOf(request.getHeader(HttpHeaders.REFERER));
  }

  /** Back to the page on which the button was pressed, never to another site. */
  static String pathOf(@Nullable String referer) {
    try {
      String path = referer == null ? null : new URI(referer).getRawPath();
      return path == null || !path.matches("/[A-Za-z0-9].*") ? "/" : path;
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
