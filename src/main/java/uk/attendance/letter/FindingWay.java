package uk.attendance.letter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.pupil.Channel;
import uk.attendance.school.School;

/** Whether the way that was chosen for a message is open today. */
@Component
class FindingWay {

  private final SchoolsPost post;
  private final FindingRecipients recipients;
  private final ChoosingChannel choosing;
  private final Outbox outbox;

  FindingWay(
      SchoolsPost post, FindingRecipients recipients, ChoosingChannel choosing, Outbox outbox) {
    this.post = post;
    this.recipients = recipients;
    this.choosing = choosing;
    this.outbox = outbox;
  }

  /**
   * @param address null where the reason says why there is none
   * @param reason null where the way is open
   */
  record Way(@Nullable String address, @Nullable Reason reason) {

    /** Whether it may open again by itself. */
    boolean mayOpen() {
      return reason == Reason.PUPIL_ON_HOLD || reason == Reason.NO_CHANNEL;
    }
  }

  /** Every pupil that the message is about has a say: a court order about one stops it for all. */
  Way of(Message message) {
    List<Outbox.Part> parts = outbox.parts(message.id());
    if (parts.stream().anyMatch(part -> post.isHeld(part.pupil()))) {
      return new Way(null, Reason.PUPIL_ON_HOLD);
    }
    Way way = new Way(null, Reason.NOBODY);
    for (Outbox.Part part : parts) {
      way = of(message, part);
      if (way.reason() != null) {
        return way;
      }
    }
    return way;
  }

  /** Whether somebody takes it from us; a letter on paper may be printed here instead. */
  boolean isCarried(Message message) {
    Channel channel = message.channel();
    return channel != null && choosing.carrier(message.school(), channel).isPresent();
  }

  private Way of(Message message, Outbox.Part part) {
    School school = post.school(message.school());
    Channel channel = message.channel();
    Recipient recipient =
        recipients.of(message, part.pupil(), school, post.head(message.school())).orElse(null);
    if (recipient == null || channel == null) {
      return new Way(null, Reason.NO_ADDRESS);
    }
    if (recipient.contact() != null && !recipient.contact().rules().mayBeContacted()) {
      return new Way(null, Reason.NO_CONTACT_ORDER);
    }
    Optional<String> address = choosing.address(recipient, channel);
    if (address.isEmpty()) {
      return new Way(null, Reason.NO_ADDRESS);
    }
    return choosing.isSetUp(message.school(), channel)
        ? new Way(address.get(), null)
        : new Way(null, Reason.NO_CHANNEL);
  }
}
