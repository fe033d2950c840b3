package uk.attendance.account.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.AccountId;
import uk.attendance.account.AddingPeople;
import uk.attendance.account.Administrator;
import uk.attendance.account.ChangeRefused;
import uk.attendance.account.GrantingRoles;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.PeopleOfSchool;
import uk.attendance.account.Role;

/** Who works at the school and may sign in; adding somebody. */
@Controller
@RequestMapping("/people")
@OnlyFor(Role.ADMIN)
class PeopleController {

  private final PeopleOfSchool people;
  private final AddingPeople adding;
  private final GrantingRoles granting;
  private final Clock clock;

  PeopleController(
      PeopleOfSchool people, AddingPeople adding, GrantingRoles granting, Clock clock) {
    this.people = people;
    this.adding = adding;
    this.granting = granting;
    this.clock = clock;
  }

  @GetMapping
  String list(Administrator by, Model model) {
    model.addAttribute("people", people.list(by.school(), by.scope()));
    model.addAttribute("zone", clock.getZone());
    model.addAttribute("today", LocalDate.now(clock));
    return "account/people";
  }

  @GetMapping("/new")
  String blank(Administrator by, Model model) {
    model.addAttribute("form", PersonForm.blank());
    return form(by, model);
  }

  @PostMapping
  String add(
      @ModelAttribute("form") PersonForm form,
      Administrator by,
      Model model,
      RedirectAttributes next) {
    try {
      AccountId added = adding.add(by, form.details(), form.wanted());
      next.addFlashAttribute("done", "added");
      return "redirect:/people/" + added;
    } catch (ChangeRefused refused) {
      model.addAttribute("errors", Map.of(refused.field(), refused.getMessage()));
    } catch (DuplicateKeyException sameEmailAtTheSameMoment) {
      model.addAttribute("errors", Map.of("email", "Another account has this email address"));
    }
    return form(by, model);
  }

  private String form(Administrator by, Model model) {
    model.addAttribute("roles", Role.values());
    model.addAttribute("classes", people.classesOf(by.school()));
    model.addAttribute("trustToo", granting.administersTrust(by));
    return "account/new-person";
  }
}
