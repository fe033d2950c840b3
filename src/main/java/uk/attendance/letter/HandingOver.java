package uk.attendance.letter;

import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.attendance.pupil.Channel;
import uk.attendance.school.School;

/** Gives a message to the carrier of its channel. */
@Component
class HandingOver {

  private final ChoosingChannel choosing;
  private final Messages messages;
  private final SchoolsPost post;
  private final ReplyLinks links;
  private final ObjectProvider<OwnLinks> own;

  HandingOver(
      ChoosingChannel choosing,
      Messages messages,
      SchoolsPost post,
      ReplyLinks links,
      ObjectProvider<OwnLinks> own) {
    this.own = own;
    this.choosing = choosing;
    this.messages = messages;
    this.post = post;
    this.links = links;
  }

  /** A message with all that is needed to hand it over. */
  record Ready(Carrier carrier, Message message, Outgoing outgoing) {}

  Ready ready(Message message) {
    Carrier carrier =
        carrier(message)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "message %s goes by %s, for which school %s has no carrier"
                            .formatted(message.id(), message.channel(), message.school())));
    return new Ready(carrier, message, outgoing(message, linked(message, written(message))));
  }

  /** What was tried before is asked for first: an error may have hidden that it was taken. */
  Handover handOver(Ready ready) {
    if (ready.message().attempts() > 0) {
      Handover before = ask(ready).orElse(null);
      if (before != null && before.outcome() == Handover.Outcome.TAKEN) {
        return before;
      }
      if (before != null && before.outcome() == Handover.Outcome.NOT_KNOWN) {
        return Handover.notNow(before.detail());
      }
    }
    return ready.carrier().handOver(ready.outgoing());
  }

  Optional<Handover> ask(Ready ready) {
    return ask(ready.carrier(), ready.message(), ready.outgoing());
  }

  /**
   * @return empty where nobody can be asked
   */
  Optional<Handover> ask(Message message) {
    return carrier(message)
        .flatMap(carrier -> ask(carrier, message, outgoing(message, written(message))));
  }

  /** What it was called when it went before, and a person sent it again, is not this time. */
  private static Optional<Handover> ask(Carrier carrier, Message message, Outgoing outgoing) {
    return carrier
        .ask(outgoing)
        .map(
            found ->
                found.reference() != null && found.reference().equals(message.carrierRef())
                    ? Handover.notNow("It has not been handed over anew.")
                    : found);
  }

  private Optional<Carrier> carrier(Message message) {
    return choosing.carrier(message.school(), Objects.requireNonNull(message.channel()));
  }

  private Wording.Written written(Message message) {
    return messages.written(message.id()).orElseThrow();
  }

  private Outgoing outgoing(Message message, Wording.Written written) {
    School school = post.school(message.school());
    return new Outgoing(
        message.school(),
        message.mailId(),
        school.name(),
        post.head(message.school()).email(),
        message.recipient(),
        Objects.requireNonNull(message.address()),
        written.subject(),
        written.text(),
        written.html(),
        message.channel() == Channel.POST ? messages.pdf(message.id()).orElseThrow() : null);
  }

  /** With the address by which it is answered, where it bears one; nothing of this is kept. */
  private Wording.Written linked(Message message, Wording.Written written) {
    if (!written.text().contains(ReplyLinks.PLACEHOLDER)
        && !written.html().contains(ReplyLinks.PLACEHOLDER)) {
      return written;
    }
    String address =
        own.stream()
            .filter(one -> one.areFor(message.letter()))
            .findFirst()
            .map(one -> one.addressFor(message))
            .orElseGet(() -> links.addressFor(message));
    return new Wording.Written(
        written.subject(),
        written.text().replace(ReplyLinks.PLACEHOLDER, address),
        written.html().replace(ReplyLinks.PLACEHOLDER, address));
  }
}
