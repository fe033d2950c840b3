package uk.attendance.school;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One look at many pupils in one transaction: what was read in it is not read again, and what is
 * the same for many may be read for all of them beforehand. Whoever writes something that is asked
 * for here says that it is to be forgotten. Outside a look every question goes to the database
 * (docs/decisions/0148).
 */
public final class OneLook {

  private static final ThreadLocal<@Nullable Map<Object, Object>> READ = new ThreadLocal<>();

  private OneLook() {}

  /**
   * Does the work as one look; within another, as part of it. A look is around its transaction,
   * never inside one: what it knows holds until the commit and no longer.
   */
  public static <T> T during(Supplier<T> work) {
    if (isOn()) {
      return work.get();
    }
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a look began in a transaction; needed: around one");
    }
    READ.set(new HashMap<>());
    try {
      return work.get();
    } finally {
      READ.remove();
    }
  }

  public static boolean isOn() {
    return READ.get() != null;
  }

  /**
   * The answer as it was read in this look, or is read now.
   *
   * @param question a value that says what is asked, of a type of the asker's own
   */
  @SuppressWarnings("unchecked")
  public static <T> T once(Object question, Supplier<T> read) {
    Map<Object, Object> known = READ.get();
    if (known == null) {
      return read.get();
    }
    Object answer = known.get(question);
    if (answer == null) {
      answer = read.get();
      known.put(question, answer);
    }
    return (T) answer;
  }

  /** The answer, where it was read beforehand. */
  @SuppressWarnings("unchecked")
  public static <T> Optional<T> known(Object question) {
    Map<Object, Object> known = READ.get();
    return known == null ? Optional.empty() : Optional.ofNullable((T) known.get(question));
  }

  /** An answer that was read beforehand, or follows from what was just written. */
  public static void know(Object question, Object answer) {
    Map<Object, Object> known = READ.get();
    if (known != null) {
      known.put(question, answer);
    }
  }

  /** Of a transaction that is done again. */
  public static void forgetAll() {
    Map<Object, Object> known = READ.get();
    if (known != null) {
      known.clear();
    }
  }

  public static void forget(Object question) {
    Map<Object, Object> known = READ.get();
    if (known != null) {
      known.remove(question);
    }
  }
}
