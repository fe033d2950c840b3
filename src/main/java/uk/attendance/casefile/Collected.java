package uk.attendance.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that a transaction collects and writes in one batch: before it commits, or before somebody
 * in it reads them.
 */
public final class Collected<T> {

  private final BeforeCommit beforeCommit;
  private final Consumer<List<T>> batch;
  private final Object key = new Object();
  private final Runnable write = this::write;

  public Collected(BeforeCommit beforeCommit, Consumer<List<T>> batch) {
    this.beforeCommit = beforeCommit;
    this.batch = batch;
  }

  /** Within a transaction. */
  public void add(T row) {
    Rows<T> rows = rows();
    if (rows == null) {
      if (!TransactionSynchronizationManager.isActualTransactionActive()) {
        throw new IllegalStateException(
            "%s was to be written; needed: a transaction".formatted(row));
      }
      rows = new Rows<>(key);
      TransactionSynchronizationManager.bindResource(key, rows);
      TransactionSynchronizationManager.registerSynchronization(rows);
    }
    rows.waiting.add(row);
    beforeCommit.last(write);
  }

  /** What waits is written now. */
  public void write() {
    Rows<T> rows = rows();
    if (rows != null && !rows.waiting.isEmpty()) {
      List<T> now = List.copyOf(rows.waiting);
      rows.waiting.clear();
      batch.accept(now);
    }
  }

  @SuppressWarnings("unchecked")
  private @Nullable Rows<T> rows() {
    return (Rows<T>) TransactionSynchronizationManager.getResource(key);
  }

  private static final class Rows<T> implements TransactionSynchronization {

    private final Object key;
    private final List<T> waiting = new ArrayList<>();

    private Rows(Object key) {
      this.key = key;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }
  }
}
