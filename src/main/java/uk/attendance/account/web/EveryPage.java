package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import uk.attendance.account.Demonstration;
import uk.attendance.policy.PolicyPacks;

/** What layout.html shows on every page: the navigation and the demonstration's line. */
@ControllerAdvice
class EveryPage {

  private final ObjectProvider<Demonstration> demonstration;
  private final PolicyPacks packs;

  EveryPage(ObjectProvider<Demonstration> demonstration, PolicyPacks packs) {
    this.demonstration = demonstration;
    this.packs = packs;
  }

  @ModelAttribute("navigation")
  @Nullable NavigationBar navigation(HttpServletRequest request) {
    return Visit.in(request)
        .map(visit -> NavigationBar.of(visit, request.getRequestURI(), packs))
        .orElse(null);
  }

  @ModelAttribute("demonstration")
  @Nullable Demonstration demonstration() {
    return demonstration.getIfAvailable();
  }
}
