package uk.attendance.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseId;
import uk.attendance.pupil.Channel;
import uk.attendance.school.School;

/** Writes messages of the outbox anew while they wait: a brother joins, or is explained. */
@Component
class Rewriting {

  private final LetterTemplates templates;
  private final SchoolsPost post;
  private final FindingRecipients recipients;
  private final Composing composing;
  private final Outbox outbox;

  Rewriting(
      LetterTemplates templates,
      SchoolsPost post,
      FindingRecipients recipients,
      Composing composing,
      Outbox outbox) {
    this.templates = templates;
    this.post = post;
    this.recipients = recipients;
    this.composing = composing;
    this.outbox = outbox;
  }

  String factsOf(NewMessage message) {
    return FactsJson.write(template(message.letter().id()), message.facts());
  }

  /**
   * Puts a letter that brothers and sisters share into a message that waits for the same person and
   * speaks of the same day.
   */
  Optional<MessageId> join(NewMessage next) {
    LetterTemplate template = template(next.letter().id());
    if (!template.siblingsTogether() || next.written() == null) {
      return Optional.empty();
    }
    for (Message waiting : outbox.growing(next)) {
      List<Composing.Part> parts = parts(waiting, template);
      if (parts.stream().allMatch(part -> sameDay(part.facts(), next.facts()))) {
        parts.add(new Composing.Part(next.about().pupil(), next.facts()));
        outbox.rewrite(waiting.id(), write(waiting, template, parts));
        outbox.addPart(
            waiting.id(), next.about().id(), next.about().pupil(), next.orderKey(), factsOf(next));
        outbox.tell(
            waiting, waiting.state(), "one message for brothers and sisters", Actor.PROGRAM);
        return Optional.of(waiting.id());
      }
    }
    return Optional.empty();
  }

  /**
   * Takes what one case has in a message out of it.
   *
   * @return false when nothing of the message is left
   */
  boolean without(Message message, CaseId about) {
    if (outbox.cases(message.id()).equals(List.of(about))) {
      return false;
    }
    LetterTemplate template = template(message.letter());
    outbox.withdrawPart(message.id(), about);
    outbox.rewrite(message.id(), write(message, template, parts(message, template)));
    return true;
  }

  /** The files name another address since; a letter on paper bears it. */
  void readdress(Message message, String address) {
    Wording.Written written = today(message).written();
    if (written != null) {
      outbox.rewrite(message.id(), written);
    }
    outbox.readdress(message.id(), address);
  }

  /** The message as it would be written today, or what it lacks. */
  Composing.Composed today(Message message) {
    return today(message, message.channel());
  }

  /** As it would be written today to go by this channel. */
  Composing.Composed today(Message message, @Nullable Channel channel) {
    LetterTemplate template = template(message.letter());
    return compose(message, channel, template, parts(message, template));
  }

  private Wording.Written write(
      Message message, LetterTemplate template, List<Composing.Part> parts) {
    Composing.Composed composed = compose(message, message.channel(), template, parts);
    if (composed.written() == null) {
      throw new IllegalStateException(
          "writing message %s anew: %s".formatted(message.id(), composed.faults()));
    }
    return composed.written();
  }

  private Composing.Composed compose(
      Message message,
      @Nullable Channel channel,
      LetterTemplate template,
      List<Composing.Part> parts) {
    School school = post.school(message.school());
    Letterhead head = post.head(message.school());
    return recipients
        .of(message, parts.get(0).pupil(), school, head)
        .map(
            recipient ->
                composing.compose(
                    template,
                    school,
                    head,
                    recipient,
                    channel,
                    parts,
                    composing.earlierLetters(outbox.cases(message.id()).get(0), recipient),
                    message.orderedOn()))
        .orElseGet(
            () -> new Composing.Composed(null, List.of("'recipient' is no longer a contact")));
  }

  private List<Composing.Part> parts(Message message, LetterTemplate template) {
    List<Composing.Part> parts = new ArrayList<>();
    for (Outbox.Part part : outbox.parts(message.id())) {
      parts.add(new Composing.Part(part.pupil(), FactsJson.read(template, part.facts())));
    }
    return parts;
  }

  private LetterTemplate template(String letter) {
    return templates.find(letter).orElseThrow();
  }

  private static boolean sameDay(Map<String, Object> one, Map<String, Object> other) {
    return Objects.equals(one.get("day"), other.get("day"));
  }
}
