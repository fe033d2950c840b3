package uk.attendance.leave.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.AccountId;
import uk.attendance.account.Actor;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.PeopleOfSchool;
import uk.attendance.account.Person;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.file.SchoolDates;
import uk.attendance.leave.Deputies;
import uk.attendance.leave.RequestRefused;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** The headteacher names who decides about leave on days when the headteacher cannot (NF-L1). */
@Controller
@RequestMapping("/leave/deputies")
@OnlyFor(Role.HEADTEACHER)
class DeputiesController {

  private final Deputies deputies;
  private final PeopleOfSchool people;
  private final Clock clock;

  DeputiesController(Deputies deputies, PeopleOfSchool people, Clock clock) {
    this.deputies = deputies;
    this.people = people;
    this.clock = clock;
  }

  record Choice(String id, String words) {}

  record Named(long id, String name, String days) {}

  /** What was typed. */
  record Typed(String person, String from, String to) {}

  @GetMapping
  String show(CurrentSchool school, SignedIn reader, Scope scope, Model model) {
    return page(new Typed("", today().toString(), ""), Map.of(), school, reader, scope, model);
  }

  @PostMapping
  String name(
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      CurrentSchool school,
      SignedIn reader,
      Scope scope,
      Model model,
      RedirectAttributes next) {
    Map<String, String> errors = new LinkedHashMap<>();
    Optional<Person> chosen =
        eligible(school, reader, scope).stream()
            .filter(one -> one.account().id().toString().equals(person))
            .findFirst();
    if (chosen.isEmpty()) {
      errors.put("person", "Choose who decides.");
    }
    LocalDate first = day("from", from, errors);
    LocalDate last = day("to", to, errors);
    if (errors.isEmpty() && last.isBefore(today())) {
      errors.put("to", "That day is over.");
    }
    if (errors.isEmpty()) {
      try {
        AccountId account = chosen.orElseThrow().account().id();
        deputies.name(school.id(), account, first, last, Actor.of(reader));
        next.addFlashAttribute(
            "said",
            "%s decides about leave: %s"
                .formatted(chosen.get().account().name(), DayWords.from(first, last)));
        return "redirect:/leave/deputies";
      } catch (RequestRefused refused) {
        errors.put("to", refused.sentence());
      }
    }
    return page(new Typed(person, from.strip(), to.strip()), errors, school, reader, scope, model);
  }

  @PostMapping("/{id:[0-9]{1,18}}/end")
  String end(@PathVariable long id, CurrentSchool school, RedirectAttributes next) {
    deputies.end(school.id(), id);
    next.addFlashAttribute("said", "Ended: the headteacher decides again");
    return "redirect:/leave/deputies";
  }

  private String page(
      Typed form,
      Map<String, String> errors,
      CurrentSchool school,
      SignedIn reader,
      Scope scope,
      Model model) {
    Map<AccountId, String> names =
        people.list(school.id(), scope).stream()
            .collect(Collectors.toMap(one -> one.account().id(), one -> one.account().name()));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "people",
        eligible(school, reader, scope).stream()
            .map(
                one ->
                    new Choice(
                        one.account().id().toString(),
                        one.account().name() + ", " + one.account().title()))
            .toList());
    model.addAttribute(
        "deputies",
        deputies.of(school.id()).stream()
            .map(
                one ->
                    new Named(
                        one.id(),
                        names.getOrDefault(one.account(), "Somebody who has left"),
                        DayWords.from(one.from(), one.until())))
            .toList());
    return "leave/deputies";
  }

  /** Staff who see the school's pupils anyway; governors hear appeals and decide nothing first. */
  private List<Person> eligible(CurrentSchool school, SignedIn reader, Scope scope) {
    return people.list(school.id(), scope).stream()
        .filter(one -> one.state(today()) != Person.State.CLOSED)
        .filter(one -> !one.account().id().equals(reader.id()))
        .filter(one -> !one.roles().contains(Role.GOVERNOR))
        .filter(one -> one.roles().stream().anyMatch(DeputiesController::seesPupils))
        .toList();
  }

  private static boolean seesPupils(Role role) {
    return role != Role.GOVERNOR && role != Role.APPEALS_CLERK && role != Role.ADMIN;
  }

  private static LocalDate day(String field, String typed, Map<String, String> errors) {
    return SchoolDates.read(typed.strip())
        .orElseGet(
            () -> {
              errors.put(field, "Give the day, like 3/11/2025.");
              return LocalDate.EPOCH;
            });
  }

  private LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }
}
