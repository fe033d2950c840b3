package uk.attendance.letter;

import uk.attendance.pupil.Channel;

/**
 * Carries messages of one channel out of the house. A channel is set up when there is a carrier for
 * it; post needs none, it is printed here.
 */
public interface Carrier {

  Channel channel();

  /** Where they go, for the page Letters: "by the mail server mail.example.org". */
  String inWords();

  /**
   * Hands a message over, outside any transaction. Never throws for what the other side said or did
   * not say.
   */
  Handover handOver(Outgoing message);
}
