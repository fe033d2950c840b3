package uk.attendance.scenario;

import uk.attendance.letter.Carrier;
import uk.attendance.letter.Handover;
import uk.attendance.letter.Outgoing;
import uk.attendance.pupil.Channel;

/** Takes every message and sends none. */
record StoryCarrier(Channel channel, StoryPhones phones) implements Carrier {

  @Override
  public String inWords() {
    return "in a story only";
  }

  @Override
  public Handover handOver(Outgoing message) {
    phones.arrived(message);
    return Handover.taken("in a story");
  }
}
