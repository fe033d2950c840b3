package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import uk.attendance.account.Administrator;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;

/** Hands a controller its {@link Scope}, {@link SignedIn}, {@link CurrentSchool}; or all three. */
class WhoIsAsking implements HandlerMethodArgumentResolver {

  private static final Map<Class<?>, Function<Visit, Object>> ANSWERS =
      Map.of(
          Scope.class, Visit::scope,
          SignedIn.class, Visit::person,
          CurrentSchool.class, Visit::school,
          Administrator.class, Visit::administrator);

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return ANSWERS.containsKey(parameter.getParameterType());
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Optional<Visit> visit =
        Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class)).flatMap(Visit::in);
    return ANSWERS
        .get(parameter.getParameterType())
        .apply(
            visit.orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s is asked for in %s, a page that needs no sign-in"
                            .formatted(
                                parameter.getParameterType().getSimpleName(),
                                parameter.getExecutable()))));
  }
}
