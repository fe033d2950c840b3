package uk.attendance.letter.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.letter.Carrier;
import uk.attendance.letter.ChangingMessages;
import uk.attendance.letter.Letterheads;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageId;
import uk.attendance.letter.Messages;
import uk.attendance.letter.Previewing;
import uk.attendance.letter.Wording;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.Channel;

/** The outbox in its lists, and how each letter reads. */
@Controller
@RequestMapping("/letters")
@ForLetterStaff
class LettersController {

  private static final int ON_A_PAGE = 25;

  private final Messages messages;
  private final ShowingMessages showing;
  private final LetterTabs tabs;
  private final Previewing previewing;
  private final Letterheads heads;
  private final PolicyPacks packs;
  private final ObjectProvider<Carrier> carriers;

  LettersController(
      Messages messages,
      ShowingMessages showing,
      LetterTabs tabs,
      Previewing previewing,
      Letterheads heads,
      PolicyPacks packs,
      ObjectProvider<Carrier> carriers) {
    this.messages = messages;
    this.showing = showing;
    this.tabs = tabs;
    this.previewing = previewing;
    this.heads = heads;
    this.packs = packs;
    this.carriers = carriers;
  }

  /** A letter of the school's policy that can be previewed. */
  record Letter(String key, String title, boolean used) {}

  @GetMapping
  String list(
      @RequestParam(defaultValue = "waiting") String show,
      @RequestParam(required = false) @Nullable Long before,
      CurrentSchool school,
      Scope scope,
      Model model) {
    LetterList list = LetterList.of(show);
    if (list == LetterList.PRINT) {
      return "redirect:" + list.href();
    }
    List<Message> found =
        messages.page(
            school.id(),
            list.states(),
            before == null ? null : new MessageId(before),
            ON_A_PAGE + 1,
            scope);
    List<Message> page = found.subList(0, Math.min(ON_A_PAGE, found.size()));
    model.addAttribute("list", list);
    model.addAttribute("tabs", tabs.of(list, school));
    model.addAttribute("letters", showing.all(page, scope));
    model.addAttribute("first", before == null);
    model.addAttribute(
        "next", found.size() > ON_A_PAGE ? page.get(page.size() - 1).id().value() : null);
    model.addAttribute("head", heads.of(school.id()));
    model.addAttribute("mayChange", mayChange(school, scope));
    model.addAttribute("maySetUp", scope.has(school.id(), Role.ATTENDANCE_LEAD, Role.HEADTEACHER));
    model.addAttribute("carriers", carriers(school));
    Map<String, uk.attendance.policy.Letter> inPack = packs.pack(school.pack()).letters();
    model.addAttribute(
        "templates",
        previewing.letters().stream()
            .map(template -> inPack.get(template.key()))
            .map(letter -> new Letter(letter.id(), letter.title(), letter.used()))
            .toList());
    return "letter/letters";
  }

  @GetMapping("/{id:[0-9]{1,18}}")
  String letter(@PathVariable long id, Scope scope, Model model) {
    Message message =
        messages.find(new MessageId(id), scope).orElseThrow(() -> new NotInSight("letter", id));
    model.addAttribute("letter", showing.one(message, scope));
    model.addAttribute("list", LetterList.holding(message.state()));
    model.addAttribute(
        "paper",
        messages
            .written(message.id())
            .map(written -> Paper.of(written, message.channel()))
            .orElse(null));
    model.addAttribute("onPaper", messages.pdf(message.id()).isPresent());
    model.addAttribute(
        "events",
        messages.events(message.id()).stream()
            .map(
                event ->
                    new Event(
                        showing.when(event.at()), event.words(), event.actor(), event.title()))
            .toList());
    return "letter/letter";
  }

  record Event(String when, String words, String name, String title) {}

  /** How a letter reads, about a pupil who does not exist. */
  @GetMapping("/templates/{key:[a-z-]{1,40}}")
  String template(@PathVariable String key, CurrentSchool school, Model model) {
    var template =
        previewing.letters().stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new NotInSight("letter", key));
    Wording.Written written = previewing.preview(template, school.id());
    uk.attendance.policy.Letter inPack = packs.pack(school.pack()).letter(key);
    model.addAttribute("title", inPack.title());
    model.addAttribute("inPack", inPack);
    model.addAttribute("paper", Paper.of(written, null));
    model.addAttribute("subject", written.subject());
    model.addAttribute("school", school);
    return "letter/template";
  }

  /** The first of a channel that serves the school carries its letters. */
  private List<Carrier> carriers(CurrentSchool school) {
    Map<Channel, Carrier> first = new EnumMap<>(Channel.class);
    carriers
        .orderedStream()
        .filter(carrier -> carrier.serves(school.id()))
        .forEach(carrier -> first.putIfAbsent(carrier.channel(), carrier));
    return List.copyOf(first.values());
  }

  static boolean mayChange(CurrentSchool school, Scope scope) {
    return scope.has(school.id(), ChangingMessages.MAY_CHANGE.toArray(Role[]::new));
  }
}
