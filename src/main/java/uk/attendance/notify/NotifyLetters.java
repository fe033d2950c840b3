package uk.attendance.notify;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.letter.Carrier;
import uk.attendance.letter.Delivery;
import uk.attendance.letter.Handover;
import uk.attendance.letter.Outgoing;
import uk.attendance.pupil.Channel;
import uk.attendance.school.SchoolId;

/** Letters on paper by GOV.UK Notify: the very PDF that we keep is printed and posted. */
@Component
@Order(10)
class NotifyLetters implements Carrier {

  private static final String TYPE = "letter";

  /** Ten sheets printed on both sides at most, and in bytes as Notify counts a megabyte. */
  private static final int LARGEST = 2 * 1024 * 1024;

  private final AskingNotify notify;

  NotifyLetters(AskingNotify notify) {
    this.notify = notify;
  }

  @Override
  public Channel channel() {
    return Channel.POST;
  }

  @Override
  public boolean serves(SchoolId school) {
    return notify.open(school).filter(NotifySchool::letters).isPresent();
  }

  @Override
  public String inWords() {
    return "printed and posted by GOV.UK Notify";
  }

  @Override
  public Handover handOver(Outgoing message) {
    byte[] pdf = Objects.requireNonNull(message.pdf());
    if (pdf.length > LARGEST) {
      return Handover.refused("The letter is larger than the 2 MB that GOV.UK Notify takes.");
    }
    return notify.handOver(
        message.school(),
        school ->
            client ->
                client
                    .sendPrecompiledLetterWithInputStream(
                        AskingNotify.reference(message), new ByteArrayInputStream(pdf))
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
