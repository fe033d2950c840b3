package uk.attendance.notify;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.letter.Carrier;
import uk.attendance.letter.Delivery;
import uk.attendance.letter.Handover;
import uk.attendance.letter.Outgoing;
import uk.attendance.pupil.Channel;
import uk.attendance.school.SchoolId;

/** Texts by GOV.UK Notify, in our own words: the school's template is their placeholder. */
@Component
@Order(10)
class NotifyTexts implements Carrier {

  static final String PLACEHOLDER = "message";
  private static final String TYPE = "sms";

  private final AskingNotify notify;

  NotifyTexts(AskingNotify notify) {
    this.notify = notify;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public boolean serves(SchoolId school) {
    return notify.open(school).isPresent();
  }

  @Override
  public String inWords() {
    return "by GOV.UK Notify";
  }

  @Override
  public Handover handOver(Outgoing message) {
    String words = TextWords.forTelephones(message.text());
    if (words.length() > TextWords.LONGEST) {
      return Handover.refused(
          "The text has %d characters; GOV.UK Notify takes %d."
              .formatted(words.length(), TextWords.LONGEST));
    }
    return notify.handOver(
        message.school(),
        school ->
            client ->
                client
                    .sendSms(
                        school.templateId(),
                        message.address(),
                        Map.of(PLACEHOLDER, words),
                        AskingNotify.reference(message),
                        school.senderId())
                    .getNotificationId()
                    .toString());
  }

  @Override
  public Optional<Handover> ask(Outgoing message) {
    return notify.ask(message, TYPE);
  }

  @Override
  public Map<String, Delivery> followUp(SchoolId school, Collection<String> references) {
    return notify.followUp(school, references, TYPE);
  }
}
