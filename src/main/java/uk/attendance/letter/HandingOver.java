package uk.attendance.letter;

import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.attendance.school.School;

/** Gives a message to the carrier of its channel. */
@Component
class HandingOver {

  private final ChoosingChannel choosing;
  private final Messages messages;
  private final SchoolsPost post;
  private final ReplyLinks links;

  HandingOver(ChoosingChannel choosing, Messages messages, SchoolsPost post, ReplyLinks links) {
    this.choosing = choosing;
    this.messages = messages;
    this.post = post;
    this.links = links;
  }

  Handover handOver(Message message) {
    Carrier carrier =
        choosing
            .carrier(message.school(), Objects.requireNonNull(message.channel()))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "message %s goes by %s, for which school %s has no carrier"
                            .formatted(message.id(), message.channel(), message.school())));
    School school = post.school(message.school());
    Wording.Written written = linked(message, messages.written(message.id()).orElseThrow());
    return carrier.handOver(
        new Outgoing(
            message.school(),
            message.mailId(),
            school.name(),
            post.head(message.school()).email(),
            message.recipient(),
            Objects.requireNonNull(message.address()),
            written.subject(),
            written.text(),
            written.html()));
  }

  /** With the address by which it is answered, where it bears one; nothing of this is kept. */
  private Wording.Written linked(Message message, Wording.Written written) {
    if (!written.text().contains(ReplyLinks.PLACEHOLDER)
        && !written.html().contains(ReplyLinks.PLACEHOLDER)) {
      return written;
    }
    String address = links.addressFor(message);
    return new Wording.Written(
        written.subject(),
        written.text().replace(ReplyLinks.PLACEHOLDER, address),
        written.html().replace(ReplyLinks.PLACEHOLDER, address));
  }

  /** "by e-mail". */
  String inWords(Message message) {
    return "by " + Objects.requireNonNull(message.channel()).words();
  }
}
