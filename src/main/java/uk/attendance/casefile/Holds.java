package uk.attendance.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.OneLook;
import uk.attendance.school.SchoolId;

/**
 * Holds by the safeguarding lead: the timers of a pupil's cases stop, tasks stay and show only a
 * sentence, messages are delivered as ever. On release each open deadline moves by the school days
 * held.
 */
@Component
public class Holds {

  private final HoldTable table;
  private final OpenCasesOfPupil cases;
  private final Retrying retrying;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Holds(
      HoldTable table,
      OpenCasesOfPupil cases,
      Retrying retrying,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.cases = cases;
    this.retrying = retrying;
    this.events = events;
    this.clock = clock;
  }

  public boolean isHeld(PupilId pupil) {
    return of(pupil).isPresent();
  }

  /**
   * Whether all that a person may see of the pupil's cases and tasks is {@link Hold#SENTENCE}: all
   * but safeguarding leads and headteachers of the school.
   */
  public boolean hides(SchoolId school, PupilId pupil, Scope scope) {
    return isHeld(pupil) && !scope.has(school, Role.DSL, Role.HEADTEACHER);
  }

  /** The hold on a pupil now. */
  public Optional<Hold> of(PupilId pupil) {
    return OneLook.once(new OfPupil(pupil), () -> table.of(pupil));
  }

  private record OfPupil(PupilId pupil) {}

  /** Reads those of a school for one look at many of its pupils. */
  public void lookAhead(Collection<PupilId> pupils, SchoolId school) {
    pupils.forEach(pupil -> OneLook.know(new OfPupil(pupil), Optional.empty()));
    at(school).forEach(hold -> OneLook.know(new OfPupil(hold.pupil()), Optional.of(hold)));
  }

  /** Holds at a school now, those to be looked at again first. */
  public List<Hold> at(SchoolId school) {
    return table.at(school);
  }

  /** Every hold there ever was on a pupil, the newest first. */
  public List<Hold> everOf(PupilId pupil) {
    return table.everOf(pupil);
  }

  /** Nothing happens where the pupil is on hold already. */
  public void place(
      SchoolId school, PupilId pupil, String reason, @Nullable LocalDate reviewOn, Actor by) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a hold on pupil " + pupil + " needs a reason");
    }
    retrying.inOneTransaction(
        () -> {
          OneLook.forget(new OfPupil(pupil));
          if (table.insert(school, pupil, reason, reviewOn, by, clock.instant())) {
            cases.stop(pupil, by);
            events.publishEvent(new PupilHeld(school, pupil, true));
          }
          return pupil;
        });
  }

  /** Nothing happens where the pupil is not on hold. */
  public void release(PupilId pupil, Actor by) {
    retrying.inOneTransaction(
        () -> {
          of(pupil).ifPresent(hold -> release(hold, by));
          return pupil;
        });
  }

  private void release(Hold hold, Actor by) {
    Instant now = clock.instant();
    OneLook.forget(new OfPupil(hold.pupil()));
    table.release(hold, by, now);
    cases.goOn(hold, now, by);
    events.publishEvent(new PupilHeld(hold.school(), hold.pupil(), false));
  }
}
