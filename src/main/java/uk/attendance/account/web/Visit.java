package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.Administrator;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NoSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;

/** Who is asking in this request, read from the database once per request. */
record Visit(SignedIn person, Scope scope, List<CurrentSchool> schools, @Nullable String chosen) {

  static final String CHOSEN_SCHOOL = "attendance.school";

  private static final String ATTRIBUTE = Visit.class.getName();

  static Optional<Visit> in(HttpServletRequest request) {
    return Optional.ofNullable((Visit) request.getAttribute(ATTRIBUTE));
  }

  void keepIn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static @Nullable String chosenIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (String) session.getAttribute(CHOSEN_SCHOOL);
  }

  CurrentSchool school() {
    return schools.stream()
        .filter(school -> school.id().value().equals(chosen))
        .findFirst()
        .or(() -> schools.stream().findFirst())
        .orElseThrow(() -> new NoSchool(person.id()));
  }

  Administrator administrator() {
    return new Administrator(person, scope, school());
  }
}
