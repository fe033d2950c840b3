package uk.attendance.letter.web;

import java.util.function.BiConsumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Actor;
import uk.attendance.account.NotInSight;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.letter.CannotChange;
import uk.attendance.letter.ChangingMessages;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageId;
import uk.attendance.letter.Messages;
import uk.attendance.letter.StillMissing;

/** What a person does with one letter of the outbox. */
@Controller
@RequestMapping("/letters/{id:[0-9]{1,18}}")
@OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
class LetterActionsController {

  private final ChangingMessages changing;
  private final Messages messages;

  LetterActionsController(ChangingMessages changing, Messages messages) {
    this.changing = changing;
    this.messages = messages;
  }

  @PostMapping("/recall")
  String recall(@PathVariable long id, Scope scope, SignedIn person, RedirectAttributes redirect) {
    return done(
        id,
        "The letter was called back.",
        redirect,
        (letter, by) -> changing.recall(letter, scope, by),
        person);
  }

  @PostMapping("/send-now")
  String sendNow(@PathVariable long id, Scope scope, SignedIn person, RedirectAttributes redirect) {
    return done(
        id,
        "The letter goes without waiting longer, outside quiet hours and closed days.",
        redirect,
        (letter, by) -> changing.sendNow(letter, scope, by),
        person);
  }

  @PostMapping("/decide")
  String decide(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String goes,
      Scope scope,
      SignedIn person,
      RedirectAttributes redirect) {
    boolean yes = goes.equals("yes");
    return done(
        id,
        yes ? "The letter is on its way." : "The letter does not go.",
        redirect,
        (letter, by) -> changing.decide(letter, yes, scope, by),
        person);
  }

  @PostMapping("/posted")
  String posted(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long run,
      Scope scope,
      SignedIn person,
      RedirectAttributes redirect) {
    return back(
        run,
        done(
            id,
            "The letter is in the post.",
            redirect,
            (letter, by) -> changing.posted(letter, scope, by),
            person));
  }

  @PostMapping("/not-posted")
  String notPosted(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long run,
      Scope scope,
      SignedIn person,
      RedirectAttributes redirect) {
    return back(
        run,
        done(
            id,
            "The letter is not in the post after all; it waits here.",
            redirect,
            (letter, by) -> changing.notPosted(letter, scope, by),
            person));
  }

  @PostMapping("/arrived")
  String arrived(@PathVariable long id, Scope scope, SignedIn person, RedirectAttributes redirect) {
    return done(
        id,
        "It is kept as sent.",
        redirect,
        (letter, by) -> changing.arrived(letter, scope, by),
        person);
  }

  @PostMapping("/send-again")
  String sendAgain(
      @PathVariable long id, Scope scope, SignedIn person, RedirectAttributes redirect) {
    return done(
        id,
        "The letter goes once more.",
        redirect,
        (letter, by) -> changing.sendAgain(letter, scope, by),
        person);
  }

  /** The letter on paper, for printing. */
  @GetMapping("/letter.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable long id, Scope scope) {
    MessageId letter = new MessageId(id);
    Message message = messages.find(letter, scope).orElseThrow(() -> new NotInSight("letter", id));
    byte[] pdf = messages.pdf(letter).orElseThrow(() -> new NotInSight("letter on paper", id));
    changing.printed(letter, scope);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename("%s-%d.pdf".formatted(message.letter(), id))
                .build()
                .toString())
        .body(pdf);
  }

  /** To the run where the person pressed the button, if it was there. */
  private static String back(long run, String otherwise) {
    return run == 0 ? otherwise : "redirect:/letters/runs/" + run;
  }

  private String done(
      long id,
      String notice,
      RedirectAttributes redirect,
      BiConsumer<MessageId, Actor> action,
      SignedIn person) {
    try {
      action.accept(new MessageId(id), Actor.of(person));
      redirect.addFlashAttribute("notice", notice);
    } catch (CannotChange e) {
      redirect.addFlashAttribute(
          "refused",
          "Nothing was changed: somebody or something was quicker, and the letter is now %s."
              .formatted(e.found().words()));
    } catch (StillMissing e) {
      redirect.addFlashAttribute("refused", "It cannot be sent yet. " + e.sentence());
    }
    return "redirect:/letters/" + id;
  }
}
