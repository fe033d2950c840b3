package uk.attendance.casefile;

import java.time.Instant;
import java.util.Optional;

/** What the processes do by themselves when its time has come, where no job executor runs. */
public interface DueWork {

  /** When the next of it is due; empty where nothing is. Held cases do nothing. */
  Optional<Instant> nextDue();

  /**
   * Does what is due up to and with an instant, in order of its time; what becomes due by that,
   * too.
   *
   * @param upTo not after what the clock says
   * @return how many pieces of work were done
   */
  int run(Instant upTo);
}
