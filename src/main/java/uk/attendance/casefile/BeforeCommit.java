package uk.attendance.casefile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What waits for the end of the running transaction and is still part of it: first, in turn, what
 * is to be told and opened, which may bring about more of the same; last what is written in one
 * batch.
 */
@Component
public class BeforeCommit {

  private final Object key = new Object();

  /** Queues work; once the end is past it is done at once. */
  public void run(Runnable work) {
    add(work, false);
  }

  /**
   * Queues what needs no more than that the step is over which asks for it: work done together does
   * it as its own end.
   */
  public void next(Runnable work) {
    add(work, true);
  }

  private void add(Runnable work, boolean next) {
    Waiting waiting = waiting();
    if (waiting.over) {
      work.run();
    } else {
      waiting.queue.add(new Queued(work, next));
    }
  }

  /** Does in turn what waits, up to the first that has to wait for the end of the transaction. */
  public void doNext() {
    Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(key);
    while (waiting != null && !waiting.queue.isEmpty() && waiting.queue.peek().next()) {
      waiting.queue.remove().work().run();
    }
  }

  private record Queued(Runnable work, boolean next) {}

  /**
   * Has something done when the queue is empty, once for as often as it is asked for; again when
   * more comes after that.
   */
  public void last(Runnable writing) {
    Waiting waiting = waiting();
    if (waiting.over) {
      writing.run();
    } else {
      waiting.last.add(writing);
    }
  }

  private Waiting waiting() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException(
          "something of a case was left for the end of a transaction; needed: a transaction");
    }
    Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(key);
    if (waiting == null) {
      waiting = new Waiting(key);
      TransactionSynchronizationManager.bindResource(key, waiting);
      TransactionSynchronizationManager.registerSynchronization(waiting);
    }
    return waiting;
  }

  private static final class Waiting implements TransactionSynchronization {

    private final Object key;
    private final Deque<Queued> queue = new ArrayDeque<>();
    private final Set<Runnable> last = new LinkedHashSet<>();
    private boolean over;

    private Waiting(Object key) {
      this.key = key;
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      while (!queue.isEmpty() || !last.isEmpty()) {
        while (!queue.isEmpty()) {
          queue.remove().work().run();
        }
        Set<Runnable> now = new LinkedHashSet<>(last);
        last.clear();
        now.forEach(Runnable::run);
      }
      over = true;
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
