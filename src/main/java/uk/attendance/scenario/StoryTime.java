package uk.attendance.scenario;

import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.DueWork;

/** Moves a story on: everything due by then happens first, in order and at its own time. */
@Component
@Profile("scenario")
class StoryTime {

  private final StoryClock clock;
  private final DueWork due;
  private final StoryWork work;

  StoryTime(StoryClock clock, DueWork due, StoryWork work) {
    this.clock = clock;
    this.due = due;
    this.work = work;
  }

  void moveTo(Instant target, StorySchool school) {
    Optional<Instant> next = nextUntil(target);
    while (next.isPresent()) {
      Instant at = next.get().isBefore(clock.instant()) ? clock.instant() : next.get();
      clock.moveTo(at);
      if (due.run(at) == 0) {
        throw new StepRefused("what fell due at %s could not be done".formatted(at));
      }
      work.settle(school);
      next = nextUntil(target);
    }
    clock.moveTo(target);
    work.settle(school);
  }

  private Optional<Instant> nextUntil(Instant target) {
    return due.nextDue().filter(at -> !at.isAfter(target));
  }
}
