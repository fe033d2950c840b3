package uk.attendance.letter.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.letter.Letterhead;
import uk.attendance.letter.Letterheads;

/** What the school's letters say about the school. */
@Controller
@RequestMapping("/letters/letterhead")
@OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
class LetterheadController {

  private static final int TELEPHONE = 40;
  private static final int EMAIL = 254;
  private static final int ADDRESS = 500;

  private final Letterheads heads;

  LetterheadController(Letterheads heads) {
    this.heads = heads;
  }

  record Form(String telephone, String email, String address, String authorityEmail) {

    static Form of(Letterhead head) {
      return new Form(
          or(head.telephone()),
          or(head.email()),
          String.join("\n", head.address()),
          or(head.authorityEmail()));
    }

    private static String or(@Nullable String text) {
      return text == null ? "" : text;
    }

    Letterhead letterhead() {
      return new Letterhead(
          orNull(telephone),
          orNull(email),
          address.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
          orNull(authorityEmail));
    }

    private static @Nullable String orNull(String text) {
      return text.isBlank() ? null : text.strip();
    }

    Map<String, String> errors() {
      Map<String, String> errors = new LinkedHashMap<>();
      if (!telephone.strip().matches("[+0-9][0-9 ()-]{5,}") || telephone.length() > TELEPHONE) {
        errors.put("telephone", "Give the telephone number of the office, like 01632 960001.");
      }
      if (!isAddressOrEmpty(email)) {
        errors.put("email", "Give an e-mail address, like office@example.sch.uk.");
      }
      if (address.length() > ADDRESS) {
        errors.put("address", "The address is too long: at most %d letters.".formatted(ADDRESS));
      }
      if (!isAddressOrEmpty(authorityEmail)) {
        errors.put("authorityEmail", "Give an e-mail address of the local authority.");
      }
      return errors;
    }

    private static boolean isAddressOrEmpty(String text) {
      return text.isBlank()
          || text.length() <= EMAIL
              && text.strip().matches("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");
    }
  }

  @GetMapping
  String show(CurrentSchool school, Model model) {
    return page(school, Form.of(heads.of(school.id())), Map.of(), model);
  }

  @PostMapping
  String save(
      @RequestParam(defaultValue = "") String telephone,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String authorityEmail,
      CurrentSchool school,
      Model model,
      RedirectAttributes redirect) {
    Form form = new Form(telephone, email, address, authorityEmail);
    Map<String, String> errors = form.errors();
    if (!errors.isEmpty()) {
      return page(school, form, errors, model);
    }
    heads.save(school.id(), form.letterhead());
    redirect.addFlashAttribute("notice", "The letterhead was saved. New letters bear it.");
    return "redirect:/letters";
  }

  private static String page(
      CurrentSchool school, Form form, Map<String, String> errors, Model model) {
    model.addAttribute("school", school);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "letter/letterhead";
  }
}
