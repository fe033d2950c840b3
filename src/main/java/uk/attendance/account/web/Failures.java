package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
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

  /** An address that cannot be one of ours: {@code /pupils/abc}. */
  @ExceptionHandler
  String noSuchAddress(MethodArgumentTypeMismatchException failure, HttpServletResponse response) {
    boolean inPath = failure.getParameter().hasParameterAnnotation(PathVariable.class);
    response.setStatus((inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value());
    return inPath ? "error/404" : "error/4xx";
  }

  /** A form for a file that came without one, or broke off on its way. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  String noFile(MultipartException failure) {
    return "error/4xx";
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
  String fileTooLarge(MaxUploadSizeExceededException failure) {
    return "error/413";
  }
}
