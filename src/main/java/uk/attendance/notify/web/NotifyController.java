package uk.attendance.notify.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.PublicAddress;
import uk.attendance.account.Role;
import uk.attendance.account.SignedIn;
import uk.attendance.letter.Handover;
import uk.attendance.notify.NotifySchool;
import uk.attendance.notify.NotifySchools;
import uk.attendance.notify.NotifySettings;
import uk.attendance.notify.TryingOut;
import uk.attendance.pupil.PhoneNumber;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** How the school reaches GOV.UK Notify. A key that was saved is never shown again. */
@Controller
@RequestMapping("/letters/notify")
@OnlyFor({Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
class NotifyController {

  static final Role[] MAY_SET_UP = {Role.ATTENDANCE_LEAD, Role.HEADTEACHER};

  private static final Logger log = LoggerFactory.getLogger(NotifyController.class);
  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final Pattern KEY = Pattern.compile(".{1,180}-" + UUID + "-" + UUID);
  private static final Pattern ID = Pattern.compile(UUID);
  private static final String HERE = "redirect:/letters/notify";

  private final NotifySchools schools;
  private final NotifySettings settings;
  private final TryingOut tryingOut;
  private final PublicAddress address;

  NotifyController(
      NotifySchools schools, NotifySettings settings, TryingOut tryingOut, PublicAddress address) {
    this.schools = schools;
    this.settings = settings;
    this.tryingOut = tryingOut;
    this.address = address;
  }

  record Form(String key, String template, String sender, boolean letters, String service) {

    static Form of(@Nullable NotifySchool school, String usual) {
      return school == null
          ? new Form("", "", "", false, usual)
          : new Form(
              "",
              school.templateId(),
              school.senderId() == null ? "" : school.senderId(),
              school.letters(),
              school.baseUrl());
    }

    Form stripped() {
      return new Form(key.strip(), template.strip(), sender.strip(), letters, service.strip());
    }

    Map<String, String> errors(boolean hasKey, NotifySettings settings) {
      Map<String, String> errors = new LinkedHashMap<>();
      if (key.isEmpty() && !hasKey) {
        errors.put("key", "Give the key. It is made at Notify under API integration, API keys.");
      } else if (!key.isEmpty() && !KEY.matcher(key).matches()) {
        errors.put("key", "This is not a whole key. Copy it as Notify shows it, with its name.");
      }
      if (!ID.matcher(template).matches()) {
        errors.put("template", "Give the id of the text template, like %s.".formatted(EXAMPLE));
      }
      if (!sender.isEmpty() && !ID.matcher(sender).matches()) {
        errors.put("sender", "Give the id of a text message sender, or nothing.");
      }
      if (!settings.addresses().contains(service)) {
        errors.put("service", "Choose one of the addresses.");
      }
      return errors;
    }

    private static final String EXAMPLE = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3";
  }

  /** Of the settings, in words. */
  record Shown(String key, String token, String refused, boolean letters) {}

  @GetMapping
  String show(CurrentSchool school, Model model) {
    NotifySchool found = schools.find(school.id()).orElse(null);
    return page(school, Form.of(found, settings.addresses().get(0)), Map.of(), model);
  }

  @PostMapping
  String save(
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String template,
      @RequestParam(defaultValue = "") String sender,
      @RequestParam(defaultValue = "false") boolean letters,
      @RequestParam(required = false) @Nullable String service,
      CurrentSchool school,
      SignedIn person,
      Model model,
      RedirectAttributes redirect) {
    Form form =
        new Form(
                key,
                template,
                sender,
                letters,
                service == null ? settings.addresses().get(0) : service)
            .stripped();
    Map<String, String> errors = form.errors(schools.find(school.id()).isPresent(), settings);
    TryingOut.Found found =
        errors.isEmpty()
            ? tryingOut.check(
                school.id(), form.service(), key.isBlank() ? null : form.key(), form.template())
            : TryingOut.Found.GOOD;
    switch (found) {
      case KEY_NOT_KNOWN -> errors.put("key", "GOV.UK Notify does not know this key.");
      case TEMPLATE_NOT_KNOWN ->
          errors.put("template", "The service that this key belongs to has no such template.");
      case TEMPLATE_NOT_OURS ->
          errors.put(
              "template", "It must be a template for text messages that says only ((message)).");
      default -> {
        // saved below
      }
    }
    if (!errors.isEmpty()) {
      return page(school, form, errors, model);
    }
    schools.save(
        school.id(),
        form.service(),
        key.isBlank() ? null : form.key(),
        form.template(),
        form.sender().isEmpty() ? null : form.sender(),
        form.letters());
    log.info("school {}: GOV.UK Notify was set up by account {}", school.id(), person.id());
    redirect.addFlashAttribute(
        "notice",
        found == TryingOut.Found.NOT_REACHED
            ? "Saved. GOV.UK Notify did not answer, so nobody knows yet whether it works: send yourself a text."
            : "Saved, and GOV.UK Notify knows the key and the template.");
    return HERE;
  }

  @PostMapping("/test")
  String test(
      @RequestParam(defaultValue = "") String number,
      CurrentSchool school,
      RedirectAttributes redirect) {
    String dialled;
    try {
      dialled = new PhoneNumber(number.strip()).forTexting().orElse("");
    } catch (IllegalArgumentException e) {
      dialled = "";
    }
    if (dialled.isEmpty()) {
      redirect.addFlashAttribute("refused", "Give a mobile number, like 07700 900111.");
      return HERE;
    }
    Handover handover =
        tryingOut
            .sendTestText(school.id(), school.name(), dialled)
            .orElse(Handover.notSetUp("Save the settings first."));
    if (handover.outcome() == Handover.Outcome.TAKEN) {
      redirect.addFlashAttribute(
          "notice", "GOV.UK Notify took the text. It should be with you in a minute.");
    } else {
      redirect.addFlashAttribute("refused", handover.detail());
    }
    return HERE;
  }

  @PostMapping("/token")
  String token(CurrentSchool school, SignedIn person, RedirectAttributes redirect) {
    if (schools.find(school.id()).isPresent()) {
      redirect.addFlashAttribute("token", schools.makeToken(school.id()));
      log.info("school {}: a token for callbacks was made by {}", school.id(), person.id());
    }
    return HERE + "#callbacks";
  }

  @PostMapping("/remove")
  String remove(CurrentSchool school, SignedIn person, RedirectAttributes redirect) {
    schools.remove(school.id());
    log.info("school {}: GOV.UK Notify was taken out by account {}", school.id(), person.id());
    redirect.addFlashAttribute(
        "notice", "GOV.UK Notify is no longer used. The key is deleted here; revoke it at Notify.");
    return HERE;
  }

  private String page(CurrentSchool school, Form form, Map<String, String> errors, Model model) {
    model.addAttribute("school", school);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("services", settings.addresses());
    model.addAttribute("callback", address.link("/notify/" + school.id() + "/status").toString());
    model.addAttribute(
        "saved", schools.find(school.id()).map(NotifyController::shown).orElse(null));
    return "notify/settings";
  }

  private static Shown shown(NotifySchool school) {
    return new Shown(
        "ends with %s, since %s".formatted(school.keyEnds(), day(school.keySince())),
        school.tokenSince() == null ? "" : day(school.tokenSince()),
        school.isRefused() ? String.valueOf(school.refusedWords()) : "",
        school.letters());
  }

  private static String day(Instant at) {
    LocalDate day = SchoolCalendar.dayOf(at);
    return DayWords.full(day);
  }
}
