package uk.attendance.account.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import uk.attendance.account.NoSchool;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.NotInSight;

/** Turns a failure that a person can act on into a page that says so. */
@ControllerAdvice
class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String notInSight(NotInSight failure) {
    return "error/404";
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.FORBIDDEN)
  String notAllowed(NotAllowed failure, Model model) {
    log.info("refused: {}", failure.getMessage());
    model.addAttribute("needed", failure.needed());
    return "error/403";
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.FORBIDDEN)
  String noSchool(NoSchool failure) {
    return "account/no-school";
  }
}
