package uk.attendance.reply.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.attendance.reply.AnsweringByLink;
import uk.attendance.reply.AnsweringByLink.Asking;
import uk.attendance.reply.AnsweringByLink.Opened;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/**
 * For a parent with a telephone in one hand. Who has the address of the page is nobody to us until
 * a date of birth is right; a page that is only looked at changes nothing, since programs that read
 * mail look at every link.
 */
@Controller
@RequestMapping("/r/{token}")
class ReplyController {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private final AnsweringByLink answering;

  ReplyController(AnsweringByLink answering) {
    this.answering = answering;
  }

  @GetMapping
  String ask(@PathVariable String token, Model model, HttpServletResponse response) {
    Optional<AnsweringByLink.Office> office = answering.live(token);
    if (office.isEmpty()) {
      return closed(token, model, response);
    }
    return born(token, office.get(), TypedDate.EMPTY, model);
  }

  @PostMapping
  String open(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String proof,
      TypedDate typed,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<AnsweringByLink.Office> office = answering.live(token);
    if (office.isEmpty() || typed.date().isEmpty()) {
      // a link that never was is counted too: guesses at links cost as much as guesses at dates
      return office.isEmpty()
          ? counted(token, model, request, response)
          : again(
              token,
              office.get(),
              proof,
              typed,
              "Enter the date of birth with day, month and year, like 27 3 2017",
              model);
    }
    Opened opened = answering.open(token, typed.date().get(), proof, request.getRemoteAddr());
    if (opened instanceof Opened.Yes yes) {
      return asking(token, office.get(), yes.asking(), null, Map.of(), model);
    }
    if (opened instanceof Opened.Wrong wrong) {
      return again(token, office.get(), proof, typed, wrong(wrong.left()), model);
    }
    return opened instanceof Opened.TooMany
        ? tooMany(token, model, response)
        : closed(token, model, response);
  }

  @PostMapping("/answer")
  String answer(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String proof,
      @ModelAttribute("form") ReplyForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<AnsweringByLink.Office> office = answering.live(token);
    if (office.isEmpty()) {
      return answering.receipt(token).isPresent() && form.hasPress()
          ? "redirect:/r/" + token + "/received"
          : counted(token, model, request, response);
    }
    Optional<Asking> asking = answering.asking(token, proof);
    if (asking.isEmpty() || !form.hasPress()) {
      return again(
          token,
          office.get(),
          "",
          TypedDate.EMPTY,
          "The page was open for a long time. Please enter the date of birth once more",
          model);
    }
    Map<String, String> errors = form.errors(asking.get(), answering.today());
    if (!errors.isEmpty()) {
      return asking(token, office.get(), asking.get(), form, errors, model);
    }
    return switch (answering.answer(
        token, proof, form.answer(asking.get()), request.getRemoteAddr())) {
      case YES -> "redirect:/r/" + token + "/received";
      case ASK_AGAIN -> born(token, office.get(), TypedDate.EMPTY, model);
      case TOO_MANY -> tooMany(token, model, response);
      case CLOSED -> closed(token, model, response);
    };
  }

  @GetMapping("/received")
  String received(@PathVariable String token, Model model, HttpServletResponse response) {
    Optional<AnsweringByLink.Receipt> receipt = answering.receipt(token);
    Optional<AnsweringByLink.Office> office = answering.office(token);
    if (receipt.isEmpty() || office.isEmpty()) {
      return closed(token, model, response);
    }
    model.addAttribute("token", token);
    model.addAttribute("office", office.get());
    model.addAttribute("receipt", receipt.get());
    model.addAttribute("at", TIME.format(receipt.get().at().atZone(SchoolCalendar.ZONE)));
    model.addAttribute("more", answering.live(token).isPresent());
    return "reply/received";
  }

  private String born(String token, AnsweringByLink.Office office, TypedDate typed, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("office", office);
    model.addAttribute("typed", typed);
    return "reply/born";
  }

  /** Where a child is known already, the page on which the answer is given stays. */
  private String again(
      String token,
      AnsweringByLink.Office office,
      String proof,
      TypedDate typed,
      String error,
      Model model) {
    model.addAttribute("typed", typed);
    Map<String, String> errors = new LinkedHashMap<>(Map.of("day", error));
    return answering
        .asking(token, proof)
        .map(asking -> asking(token, office, asking, null, errors, model))
        .orElseGet(
            () -> {
              model.addAttribute("errors", errors);
              return born(token, office, typed, model);
            });
  }

  private String asking(
      String token,
      AnsweringByLink.Office office,
      Asking asking,
      @Nullable ReplyForm form,
      Map<String, String> errors,
      Model model) {
    model.addAttribute("token", token);
    model.addAttribute("office", office);
    model.addAttribute("asking", asking);
    model.addAttribute(
        "form", form == null ? ReplyForm.empty(UUID.randomUUID().toString(), asking) : form);
    model.addAttribute("reasons", answering.reasons());
    model.addAttribute("when", asking.today() ? "today" : "on " + DayWords.full(asking.day()));
    model.addAttribute("longest", ReplyForm.LONGEST);
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", TypedDate.EMPTY);
    }
    if (!errors.isEmpty()) {
      model.addAttribute("errors", errors);
    }
    return "reply/asking";
  }

  private String counted(
      String token, Model model, HttpServletRequest request, HttpServletResponse response) {
    Opened opened = answering.open(token, answering.today(), "", request.getRemoteAddr());
    return opened instanceof Opened.TooMany
        ? tooMany(token, model, response)
        : closed(token, model, response);
  }

  /** One page for a link that never was, is locked, used up or at its end. */
  private String closed(String token, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    answering.office(token).ifPresent(office -> model.addAttribute("office", office));
    return "reply/closed";
  }

  private String tooMany(String token, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader("Retry-After", Long.toString(answering.window().toSeconds()));
    answering.office(token).ifPresent(office -> model.addAttribute("office", office));
    model.addAttribute("minutes", Math.max(1, answering.window().toMinutes()));
    return "reply/too-many";
  }

  private static String wrong(int left) {
    return "That is not the date of birth we have. %s"
        .formatted(
            left == 1
                ? "One more wrong date closes this link; ring us if you are not sure"
                : "Please check day, month and year");
  }
}
