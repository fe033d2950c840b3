package uk.attendance.letter;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import uk.attendance.pupil.Channel;
import uk.attendance.school.SchoolId;

/**
 * Carries messages of one channel out of the house. A channel is set up for a school when there is
 * a carrier of it that serves the school; post needs none, it is printed here.
 */
public interface Carrier {

  Channel channel();

  /** Whether it is set up for the school, and takes its messages today. */
  default boolean serves(SchoolId school) {
    return true;
  }

  /** Where they go, for the page Letters: "by the mail server mail.example.org". */
  String inWords();

  /**
   * Hands a message over, outside any transaction. Never throws for what the other side said or did
   * not say.
   */
  Handover handOver(Outgoing message);

  /**
   * Asks the other side what became of a message that was handed over and whose answer was lost:
   * taken; not now, where it never came; not known, where the other side does not answer.
   *
   * @return empty where it cannot be asked at all
   */
  default Optional<Handover> ask(Outgoing message) {
    return Optional.empty();
  }

  /**
   * Asks how messages fared that it took.
   *
   * @param references as the carrier gave them
   * @return what the other side knows; what it does not know, or cannot say now, is missing
   */
  default Map<String, Delivery> followUp(SchoolId school, Collection<String> references) {
    return Map.of();
  }
}
