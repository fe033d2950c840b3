package uk.attendance.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Why;
import uk.attendance.policy.Letter;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.ContactId;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;

/**
 * Finds out for a letter who has it, by which way, in which words and when, or why it does not go.
 */
@Component
class Preparing {

  private final LetterTemplates templates;
  private final PolicyPacks packs;
  private final SchoolsPost post;
  private final FindingRecipients recipients;
  private final ChoosingChannel choosing;
  private final Composing composing;
  private final Clock clock;

  Preparing(
      LetterTemplates templates,
      PolicyPacks packs,
      SchoolsPost post,
      FindingRecipients recipients,
      ChoosingChannel choosing,
      Composing composing,
      Clock clock) {
    this.templates = templates;
    this.packs = packs;
    this.post = post;
    this.recipients = recipients;
    this.choosing = choosing;
    this.composing = composing;
    this.clock = clock;
  }

  /** What is the same for all recipients of a letter. */
  private record Order(
      LetterTemplate template,
      Letter letter,
      CaseFile about,
      Map<String, Object> facts,
      Why why,
      boolean proposed,
      School school,
      Letterhead head,
      Instant at) {

    LocalDate day() {
      return SchoolCalendar.dayOf(at);
    }

    String key(String recipient) {
      return "%s/%s/%s/%s".formatted(letter.id(), about.id(), day(), recipient);
    }
  }

  /**
   * @param proposed whether a person says first whether it goes
   */
  List<NewMessage> prepare(
      String letter, CaseFile about, Map<String, Object> facts, Why why, boolean proposed) {
    Order order = order(letter, about, facts, why, proposed);
    Audience audience = Audience.of(order.letter().to()).orElseThrow();
    return prepare(order, recipients.of(audience, about, order.school(), order.head()));
  }

  /** To contacts that the case names. */
  List<NewMessage> prepare(
      String letter, CaseFile about, Collection<ContactId> to, Map<String, Object> facts, Why why) {
    return prepare(order(letter, about, facts, why, false), recipients.named(to, about));
  }

  private List<NewMessage> prepare(Order order, FindingRecipients.Found found) {
    List<NewMessage> prepared = new ArrayList<>();
    found.barred().forEach(one -> prepared.add(never(order, one, Reason.NO_CONTACT_ORDER)));
    found.recipients().forEach(one -> prepared.addAll(to(one, order)));
    if (found.recipients().isEmpty()) {
      prepared.add(never(order, new Recipient(null, "nobody", null), Reason.NOBODY));
    }
    return prepared;
  }

  private Order order(
      String letter, CaseFile about, Map<String, Object> facts, Why why, boolean proposed) {
    LetterTemplate template =
        templates.find(letter).orElseThrow(() -> new UnknownLetter(letter, about.id()));
    return new Order(
        template,
        packs.pack(about.pack()).letter(letter),
        about,
        facts,
        why,
        proposed,
        post.school(about.school()),
        post.head(about.school()),
        clock.instant());
  }

  private List<NewMessage> to(Recipient recipient, Order order) {
    List<String> earlier = composing.earlierLetters(order.about().id(), recipient);
    List<NewMessage> ways = new ArrayList<>();
    for (ChoosingChannel.Choice choice :
        choosing.of(order.letter(), order.about().school(), recipient)) {
      Composing.Composed composed = compose(recipient, choice.channel(), earlier, order);
      if (composed.written() == null) {
        return List.of(
            message(
                order,
                recipient,
                order.key(recipient.key()),
                new ChoosingChannel.Choice(null, null, Reason.MISSING_FACT),
                null,
                String.join("; ", composed.faults()) + "."));
      }
      String key = order.key(recipient.key()) + (ways.isEmpty() ? "" : "/" + choice.channel());
      ways.add(message(order, recipient, key, choice, composed.written(), null));
    }
    return ways;
  }

  private Composing.Composed compose(
      Recipient recipient, @Nullable Channel channel, List<String> earlier, Order order) {
    return composing.compose(
        order.template(),
        order.school(),
        order.head(),
        recipient,
        channel,
        List.of(new Composing.Part(order.about().pupil(), order.facts())),
        earlier,
        order.day());
  }

  private NewMessage never(Order order, Recipient recipient, Reason reason) {
    return message(
        order,
        recipient,
        order.key(recipient.name().equals("nobody") ? "nobody" : recipient.key()),
        new ChoosingChannel.Choice(null, null, reason),
        null,
        null);
  }

  private NewMessage message(
      Order order,
      Recipient recipient,
      String key,
      ChoosingChannel.Choice choice,
      Wording.@Nullable Written written,
      @Nullable String detail) {
    Reason reason = choice.reason();
    MessageState state;
    if (order.proposed() && (reason == null || reason == Reason.NO_CHANNEL)) {
      state = MessageState.PROPOSED;
      reason = null;
    } else if (reason == null && post.isHeld(order.about().pupil())) {
      state = MessageState.HELD;
      reason = Reason.PUPIL_ON_HOLD;
    } else if (reason == Reason.NO_CHANNEL) {
      state = MessageState.HELD;
    } else if (reason != null) {
      state = MessageState.NOT_SENT;
    } else {
      state = MessageState.WAITING;
    }
    return new NewMessage(
        order.about(),
        order.letter(),
        order.facts(),
        order.why(),
        recipient.contact() == null ? null : recipient.contact().id(),
        recipient.name(),
        key,
        choice.channel(),
        choice.address(),
        written,
        state,
        reason,
        detail,
        post.sendTimes(order.about().school())
            .sendAfter(order.at(), toSomebodyAtHome(recipient, choice.channel())));
  }

  static boolean toSomebodyAtHome(Recipient recipient, @Nullable Channel channel) {
    return recipient.contact() != null && channel != Channel.POST;
  }
}
