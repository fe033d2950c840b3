package uk.attendance.account.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.OnlyFor;

/** Refuses pages that are {@link OnlyFor} other roles than the person's at the current school. */
class RoleGate implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Visit.in(request).filter(visit -> isPage(request)).ifPresent(Visit::school);
      OnlyFor only = onlyFor(method);
      if (only != null) {
        Visit visit = Visit.in(request).orElseThrow();
        CurrentSchool school = visit.school();
        if (!visit.scope().has(school.id(), only.value())) {
          throw new NotAllowed(
              method.getShortLogMessage(),
              school.id(),
              visit.scope().rolesAt(school.id()),
              List.of(only.value()));
        }
      }
    }
    return true;
  }

  /** Without a role at any school there is no page, only the word what to do about it. */
  private static boolean isPage(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.REQUEST
        && !request.getRequestURI().startsWith("/password/");
  }

  private static @Nullable OnlyFor onlyFor(HandlerMethod method) {
    OnlyFor own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), OnlyFor.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), OnlyFor.class);
  }
}
