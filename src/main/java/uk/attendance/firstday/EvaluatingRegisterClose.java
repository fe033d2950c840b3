package uk.attendance.firstday;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.casefile.DatabaseAway;
import uk.attendance.casefile.Retrying;
import uk.attendance.casefile.RunningCases;
import uk.attendance.firstday.RegisterCloseQueue.Waiting;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.OneLook;
import uk.attendance.school.SchoolId;

/**
 * Works off the pupils of a school whose marks changed, fifty in one command of the engine and one
 * transaction. A chunk that fails is rolled back and done again pupil by pupil, so that one pupil's
 * failure stops no other; who fails is set aside with the reason and tried again.
 */
@Component
public class EvaluatingRegisterClose {

  private static final Logger log = LoggerFactory.getLogger(EvaluatingRegisterClose.class);
  private static final int CHUNK = 50;

  private final RegisterCloseQueue queue;
  private final RegisterClose registerClose;
  private final ReadingAhead ahead;
  private final Leavers leavers;
  private final RunningCases running;
  private final Retrying retrying;
  private final TransactionTemplate transaction;

  EvaluatingRegisterClose(
      RegisterCloseQueue queue,
      RegisterClose registerClose,
      ReadingAhead ahead,
      Leavers leavers,
      RunningCases running,
      Retrying retrying,
      PlatformTransactionManager transactions) {
    this.queue = queue;
    this.registerClose = registerClose;
    this.ahead = ahead;
    this.leavers = leavers;
    this.running = running;
    this.retrying = retrying;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * A pupil who could not be looked at.
   *
   * @param because what went wrong
   * @param since when the marks came in that ask for it
   * @param tryAt when it is tried again by itself
   */
  public record SetAside(
      PupilId pupil, int attempts, String because, Instant since, Instant tryAt) {}

  /**
   * What came of trying one of them again.
   *
   * @param because what went wrong; empty where nothing did
   */
  public record Tried(PupilId pupil, boolean done, String because) {}

  /** Does whatever waits; leavers' cases are ended as well. */
  public void workOff(SchoolId school) {
    leavers.workOff(school);
    while (chunk(school, CHUNK)) {
      // the next hundred
    }
  }

  /** Who was set aside, each once, in the order in which it happened. */
  public List<SetAside> setAside(SchoolId school) {
    Map<PupilId, SetAside> aside = new LinkedHashMap<>();
    queue
        .failed(school)
        .forEach(
            failed ->
                aside.putIfAbsent(
                    failed.pupil(),
                    new SetAside(
                        failed.pupil(),
                        failed.attempts(),
                        failed.failure(),
                        failed.since(),
                        failed.tryAt())));
    return List.copyOf(aside.values());
  }

  /**
   * Tries pupils who were set aside again, at once.
   *
   * @return a result for each of them
   */
  public List<Tried> tryAgain(SchoolId school, Collection<PupilId> pupils) {
    if (pupils.isEmpty()) {
      return List.of();
    }
    queue.again(school, pupils);
    workOff(school);
    Map<PupilId, String> failed =
        setAside(school).stream().collect(Collectors.toMap(SetAside::pupil, SetAside::because));
    return pupils.stream()
        .distinct()
        .map(pupil -> new Tried(pupil, !failed.containsKey(pupil), failed.getOrDefault(pupil, "")))
        .toList();
  }

  List<SchoolId> schoolsWaiting() {
    return queue.schoolsWaiting();
  }

  /**
   * @return whether there was anything to do
   */
  private boolean chunk(SchoolId school, int atMost) {
    try {
      return inOneTransaction(() -> look(queue.next(school, atMost), school));
    } catch (RuntimeException e) {
      log.warn("register close of school {}: a chunk failed and is done one by one", school, e);
      return oneByOne(school, atMost);
    }
  }

  private boolean oneByOne(SchoolId school, int atMost) {
    boolean any = false;
    for (int i = 0; i < atMost; i++) {
      Waiting[] inHand = new Waiting[1];
      try {
        boolean found =
            retrying.inOneTransaction(
                () -> {
                  List<Waiting> next = queue.next(school, 1);
                  inHand[0] = next.isEmpty() ? null : next.get(0);
                  return look(next, school);
                });
        if (!found) {
          return any;
        }
      } catch (RuntimeException e) {
        setAside(inHand[0], school, e);
      }
      any = true;
    }
    return any;
  }

  private boolean look(List<Waiting> rows, SchoolId school) {
    if (rows.isEmpty()) {
      return false;
    }
    List<PupilId> pupils = rows.stream().map(Waiting::pupil).distinct().toList();
    ahead.read(pupils, school);
    running.together(() -> pupils.forEach(pupil -> registerClose.of(pupil, school)));
    queue.done(rows);
    return true;
  }

  /** Where the database was away it is no pupil's failure: all are tried again soon. */
  private void setAside(Waiting row, SchoolId school, RuntimeException failure) {
    if (row == null || DatabaseAway.isBehind(failure)) {
      throw failure;
    }
    log.error(
        "register close of pupil {} at school {} failed; it is tried again",
        row.pupil(),
        school,
        failure);
    transaction.executeWithoutResult(
        status -> queue.setAside(row, String.valueOf(failure.getMessage())));
  }

  private boolean inOneTransaction(Supplier<Boolean> work) {
    return OneLook.during(() -> Boolean.TRUE.equals(transaction.execute(status -> work.get())));
  }
}
