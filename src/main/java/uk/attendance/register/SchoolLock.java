package uk.attendance.register;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.school.SchoolId;

/**
 * One writer of marks per school at a time. A row of its own is locked, not the school's: pupils
 * and classes may be entered meanwhile.
 */
@Component
class SchoolLock {

  private final JdbcClient jdbc;
  private final TransactionTemplate apart;

  SchoolLock(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Holds the school until the surrounding transaction ends. */
  void hold(SchoolId school) {
    if (!tryHold(school)) {
      create(school);
      if (!tryHold(school)) {
        throw new IllegalStateException("Could not lock the register of school " + school);
      }
    }
  }

  private boolean tryHold(SchoolId school) {
    return jdbc.sql("select school_id from register_lock where school_id = :school for update")
        .param("school", school.value())
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** In a transaction of its own: a second node that is quicker must not spoil ours. */
  private void create(SchoolId school) {
    try {
      apart.executeWithoutResult(
          status ->
              jdbc.sql("insert into register_lock (school_id) values (:school)")
                  .param("school", school.value())
                  .update());
    } catch (DuplicateKeyException another) {
      // the row is there, which is all that was wanted
    }
  }
}
