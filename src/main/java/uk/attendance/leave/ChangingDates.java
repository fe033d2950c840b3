package uk.attendance.leave;

import java.time.LocalDate;
import uk.attendance.account.Actor;

/** A family asks for other dates: the request is decided anew, as one of its own. */
public interface ChangingDates {

  /**
   * @return the request for the new dates, of the same conversation
   * @throws RequestRefused naming the field that cannot stand
   */
  RequestId change(RequestId id, LocalDate from, LocalDate to, Actor by);
}
