package uk.attendance.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.attendance.policy.Letter;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.Contact;
import uk.attendance.school.SchoolId;

/** By which way a letter goes to somebody: the pack's order, what is on file, what is set up. */
@Component
class ChoosingChannel {

  private final ObjectProvider<Carrier> carriers;

  ChoosingChannel(ObjectProvider<Carrier> carriers) {
    this.carriers = carriers;
  }

  /**
   * @param channel null where there is none that the recipient has
   * @param reason why it cannot go by it, or not now; null where all is well
   */
  record Choice(@Nullable Channel channel, @Nullable String address, @Nullable Reason reason) {}

  /** The ways that a letter takes to a recipient: one, and those that go beside it. */
  List<Choice> of(Letter letter, SchoolId school, Recipient recipient) {
    List<Choice> choices = new ArrayList<>();
    Choice first = first(letter.by(), school, recipient);
    choices.add(first);
    for (Letter.Channel beside : letter.beside()) {
      Choice also = first(List.of(beside), school, recipient);
      if (also.channel() != null && also.channel() != first.channel()) {
        choices.add(also);
      }
    }
    return choices;
  }

  /** Where the recipient is reached by a channel today; empty where there is nothing on file. */
  Optional<String> address(Recipient recipient, Channel channel) {
    Contact contact = recipient.contact();
    if (contact == null) {
      return channel == Channel.EMAIL ? Optional.ofNullable(recipient.email()) : Optional.empty();
    }
    return switch (channel) {
      case SMS -> contact.textNumber();
      case EMAIL ->
          contact.mayBeEmailed() ? Optional.ofNullable(contact.email()) : Optional.empty();
      case POST ->
          contact.mayBeWrittenTo()
              ? Optional.of(String.join("\n", recipient.address()))
              : Optional.empty();
      case PHONE -> Optional.empty();
    };
  }

  Optional<Carrier> carrier(SchoolId school, Channel channel) {
    return carriers
        .orderedStream()
        .filter(one -> one.channel() == channel && one.serves(school))
        .findFirst();
  }

  boolean isSetUp(SchoolId school, Channel channel) {
    return channel == Channel.POST || carrier(school, channel).isPresent();
  }

  private Choice first(List<Letter.Channel> order, SchoolId school, Recipient recipient) {
    Choice notSetUp = null;
    for (Channel channel : channels(order, recipient)) {
      Optional<String> address = address(recipient, channel);
      if (address.isPresent()) {
        if (isSetUp(school, channel)) {
          return new Choice(channel, address.get(), null);
        }
        if (notSetUp == null) {
          notSetUp = new Choice(channel, address.get(), Reason.NO_CHANNEL);
        }
      }
    }
    return notSetUp != null ? notSetUp : new Choice(null, null, whyNone(order, recipient));
  }

  private static Reason whyNone(List<Letter.Channel> order, Recipient recipient) {
    Contact contact = recipient.contact();
    return contact != null
            && order.contains(Letter.Channel.TEXT)
            && contact.mobile() != null
            && contact.rules().doNotText()
        ? Reason.DO_NOT_TEXT
        : Reason.NO_ADDRESS;
  }

  private static List<Channel> channels(List<Letter.Channel> order, Recipient recipient) {
    List<Channel> channels = new ArrayList<>();
    for (Letter.Channel channel : order) {
      switch (channel) {
        case TEXT -> channels.add(Channel.SMS);
        case EMAIL -> channels.add(Channel.EMAIL);
        case POST -> channels.add(Channel.POST);
        case PREFERRED -> preferred(recipient).ifPresent(channels::add);
      }
    }
    return channels;
  }

  /** A letter is never read out on the telephone, and none but the shortest fits a text. */
  private static Optional<Channel> preferred(Recipient recipient) {
    return Optional.ofNullable(recipient.contact())
        .map(contact -> contact.rules().preferredChannel())
        .filter(channel -> channel == Channel.EMAIL || channel == Channel.POST);
  }
}
