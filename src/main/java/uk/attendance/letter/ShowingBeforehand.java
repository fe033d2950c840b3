package uk.attendance.letter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Why;
import uk.attendance.pupil.Channel;

/** Shows a letter of a case as it would be written this moment; nothing is ordered by it. */
@Component
public class ShowingBeforehand {

  private final Preparing preparing;

  ShowingBeforehand(Preparing preparing) {
    this.preparing = preparing;
  }

  /**
   * A letter to one recipient.
   *
   * @param channel null where there is no way that the recipient has
   * @param written null where it cannot be written, or is not sent; because says why
   */
  public record Shown(
      String recipient,
      @Nullable Channel channel,
      Wording.@Nullable Written written,
      String because) {}

  /**
   * What {@link OrderingLetters#order} would put into the outbox with the same facts.
   *
   * @throws UnknownLetter when there are no words for the letter
   */
  public List<Shown> show(String letter, CaseFile about, Map<String, Object> facts, Why why) {
    return preparing.prepare(letter, about, facts, why, false).stream()
        .map(
            one ->
                new Shown(
                    one.recipient(),
                    one.channel(),
                    one.written(),
                    one.written() != null
                        ? ""
                        : one.detail() != null ? one.detail() : "It is not sent."))
        .toList();
  }
}
