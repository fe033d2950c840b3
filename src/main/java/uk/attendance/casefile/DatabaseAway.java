package uk.attendance.casefile;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * Tells a database that was stopped, cut off or had too much to do from a failure of the work
 * itself: the same work may succeed a moment later, and nobody need look at it.
 */
public final class DatabaseAway {

  /** Connection, serialization and deadlock, resources, intervention of an operator, system. */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

  private DatabaseAway() {}

  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isAway(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientException
        || failure instanceof SQLRecoverableException
        || failure instanceof SQLNonTransientConnectionException
        || (state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
