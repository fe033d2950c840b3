package uk.attendance.casefile.process;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.casefile.Retrying;

/** Tells a meeting of two transactions from a real failure. */
@Component
class RetryingTransactions implements Retrying {

  private static final int ATTEMPTS = 3;

  /** Serialization failure, deadlock. */
  private static final Set<String> MET_ANOTHER = Set.of("40001", "40P01");

  private final TransactionTemplate transaction;

  RetryingTransactions(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public <T> T inOneTransaction(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return work.get();
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.execute(status -> work.get());
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !metAnother(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean metAnother(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockingException
          || cause instanceof ConcurrencyFailureException
          || cause instanceof DuplicateKeyException
          || (cause instanceof SQLException sql
              && MET_ANOTHER.contains(Objects.requireNonNullElse(sql.getSQLState(), "")))) {
        return true;
      }
    }
    return false;
  }
}
