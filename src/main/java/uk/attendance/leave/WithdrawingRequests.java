package uk.attendance.leave;

import uk.attendance.account.Actor;

/** A family no longer wants the leave it asked for. */
public interface WithdrawingRequests {

  /**
   * @throws RequestRefused where its case is over
   */
  void withdraw(RequestId id, Actor by);
}
