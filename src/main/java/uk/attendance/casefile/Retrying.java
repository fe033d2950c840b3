package uk.attendance.casefile;

import java.util.function.Supplier;

/**
 * A transaction that is done again, twice at most, where it met another one at the same case: two
 * tasks of one case completed at once, two nodes that open the same case.
 */
public interface Retrying {

  /**
   * Joins the running transaction, and then leaves doing it again to whoever began it; the work may
   * run more than once.
   */
  <T> T inOneTransaction(Supplier<T> work);
}
