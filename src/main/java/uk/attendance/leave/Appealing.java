package uk.attendance.leave;

import java.time.LocalDate;
import uk.attendance.account.Actor;

/** A family appeals against a decision (RT-L3). */
public interface Appealing {

  /**
   * @param reasons as the family gives them
   * @param from who appeals, by name
   * @throws RequestRefused naming the field that cannot stand; {@code request} where there is
   *     nothing to appeal against
   */
  void appeal(RequestId id, String reasons, String from, LocalDate receivedOn, Actor by);
}
