package uk.attendance.account.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.AccountId;
import uk.attendance.account.Administrator;
import uk.attendance.account.ChangeRefused;
import uk.attendance.account.ChangingPeople;
import uk.attendance.account.GrantingRoles;
import uk.attendance.account.Inviting;
import uk.attendance.account.NotInSight;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.PeopleOfSchool;
import uk.attendance.account.Person;
import uk.attendance.account.Role;

/** One person's account: roles, details, links, closing, and everything that was changed. */
@Controller
@RequestMapping("/people/{id}")
@OnlyFor(Role.ADMIN)
class PersonController {

  private final PeopleOfSchool people;
  private final ChangingPeople changing;
  private final GrantingRoles granting;
  private final Inviting inviting;
  private final Clock clock;

  PersonController(
      PeopleOfSchool people,
      ChangingPeople changing,
      GrantingRoles granting,
      Inviting inviting,
      Clock clock) {
    this.people = people;
    this.changing = changing;
    this.granting = granting;
    this.inviting = inviting;
    this.clock = clock;
  }

  @GetMapping
  String page(@PathVariable AccountId id, Administrator by, Model model) {
    return show(id, by, PersonForm.of(person(id, by)), model);
  }

  @PostMapping("/roles")
  String roles(
      @PathVariable AccountId id,
      @ModelAttribute("form") PersonForm form,
      Administrator by,
      Model model,
      RedirectAttributes next) {
    PersonForm typed = form.withDetailsOf(person(id, by));
    return change(
        () -> granting.change(by, id, form.wanted()), "roles", id, by, typed, model, next);
  }

  @PostMapping("/details")
  String details(
      @PathVariable AccountId id,
      @ModelAttribute("form") PersonForm form,
      Administrator by,
      Model model,
      RedirectAttributes next) {
    PersonForm typed = form.withRolesOf(person(id, by));
    return change(
        () -> changing.changeDetails(by, id, form.details()),
        "details",
        id,
        by,
        typed,
        model,
        next);
  }

  @PostMapping("/close")
  String close(
      @PathVariable AccountId id,
      @ModelAttribute("closing") ClosingForm closing,
      Administrator by,
      Model model,
      RedirectAttributes next) {
    PersonForm untouched = PersonForm.of(person(id, by));
    return change(
        () -> changing.close(by, id, closing.date()), "closed", id, by, untouched, model, next);
  }

  @PostMapping("/open")
  String openAgain(@PathVariable AccountId id, Administrator by, RedirectAttributes next) {
    changing.openAgain(by, id);
    next.addFlashAttribute("done", "open");
    return "redirect:/people/" + id;
  }

  /** Answers with the page itself: a link to hand over is shown once and kept nowhere. */
  @PostMapping("/link")
  String link(@PathVariable AccountId id, Administrator by, Model model) {
    model.addAttribute("handed", inviting.invite(by, id));
    return page(id, by, model);
  }

  private String change(
      Runnable made,
      String done,
      AccountId id,
      Administrator by,
      PersonForm typed,
      Model model,
      RedirectAttributes next) {
    try {
      made.run();
      next.addFlashAttribute("done", done);
      return "redirect:/people/" + id;
    } catch (ChangeRefused refused) {
      model.addAttribute("errors", Map.of(refused.field(), refused.getMessage()));
    } catch (DuplicateKeyException sameEmailAtTheSameMoment) {
      model.addAttribute("errors", Map.of("email", "Another account has this email address"));
    }
    return show(id, by, typed, model);
  }

  private String show(AccountId id, Administrator by, PersonForm form, Model model) {
    Person person = person(id, by);
    model.addAttribute("person", person);
    model.addAttribute("state", person.state(LocalDate.now(clock)));
    model.addAttribute("zone", clock.getZone());
    model.addAttribute("myself", by.person().id().equals(id));
    model.addAttribute("form", form);
    model.addAttribute("roles", Role.values());
    model.addAttribute("classes", people.classesOf(by.school()));
    model.addAttribute("trustToo", granting.administersTrust(by));
    model.addAttribute("events", people.events(person));
    if (!model.containsAttribute("closing")) {
      model.addAttribute("closing", ClosingForm.of(person.account().closedOn()));
    }
    return "account/person";
  }

  private Person person(AccountId id, Administrator by) {
    return people.find(id, by.school(), by.scope()).orElseThrow(() -> new NotInSight("person", id));
  }
}
