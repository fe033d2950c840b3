package uk.attendance.engineroom;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.Timeline;
import uk.attendance.casefile.Timers;
import uk.attendance.school.SchoolId;

/**
 * Does failed steps again because a person said so, one after the other, with a result for each.
 * Who asked for it stands in the case's record before it is tried.
 */
@Component
public class TryingAgain {

  private final EngineWork engine;
  private final CaseFiles cases;
  private final Holds holds;
  private final Timers timers;
  private final Timeline timeline;
  private final TransactionTemplate transaction;

  TryingAgain(
      EngineWork engine,
      CaseFiles cases,
      Holds holds,
      Timers timers,
      Timeline timeline,
      PlatformTransactionManager transactions) {
    this.engine = engine;
    this.cases = cases;
    this.holds = holds;
    this.timers = timers;
    this.timeline = timeline;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What came of one of them.
   *
   * @param what "Case 12: Telephone the parents"
   * @param words as a sentence
   */
  public record Result(String what, boolean done, String words) {}

  /**
   * @param schools what belongs to others is not found
   */
  public List<Result> steps(Collection<String> jobs, Set<SchoolId> schools, Actor by) {
    return jobs.stream().distinct().map(job -> step(job, schools, by)).toList();
  }

  private Result step(String id, Set<SchoolId> schools, Actor by) {
    Optional<EngineWork.Job> found =
        engine.find(id).filter(job -> job.school() == null || schools.contains(job.school()));
    if (found.isEmpty()) {
      return new Result("A step", false, "It is no longer there: it was done meanwhile.");
    }
    EngineWork.Job job = found.get();
    if (job.heldBack()) {
      return new Result(
          name(job), false, "The case is on hold. It goes on when the hold is released.");
    }
    if (job.caseId() != null) {
      record(job.caseId(), job.element(), "Tried again: " + job.step(), job.id(), by);
    }
    EngineWork.Attempt attempt = engine.run(id);
    return switch (attempt.outcome()) {
      case DONE -> new Result(name(job), true, "It worked. The case goes on.");
      case FAILED_AGAIN -> new Result(name(job), false, "It failed again. " + attempt.because());
      case IN_HAND -> new Result(name(job), false, "The program is at it this moment.");
      case GONE -> new Result(name(job), true, "It was done meanwhile.");
    };
  }

  /** Lets the timers of a case run that stand still without a hold. */
  public Result timers(CaseId id, Set<SchoolId> schools, Actor by) {
    String what = "Case " + id;
    Optional<CaseFile> file =
        cases.find(id).filter(found -> found.isOpen() && schools.contains(found.school()));
    if (file.isEmpty()) {
      return new Result(what, false, "It is no longer open.");
    }
    if (holds.isHeld(file.get().pupil())) {
      return new Result(what, false, "It is on hold. Its timers run when the hold is released.");
    }
    transaction.executeWithoutResult(
        status -> {
          timers.resume(List.of(file.get().instance()));
          timeline.write(
              id, EntryKind.RETRIED, null, "Its timers were let run again", null, null, by);
        });
    return new Result(what, true, "Its timers run again.");
  }

  private void record(CaseId id, String element, String words, String reference, Actor by) {
    transaction.executeWithoutResult(
        status -> timeline.write(id, EntryKind.RETRIED, element, words, null, reference, by));
  }

  private static String name(EngineWork.Job job) {
    return job.caseId() == null ? job.step() : "Case " + job.caseId() + ": " + job.step();
  }
}
