package uk.attendance.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import uk.attendance.ClockMoved;

/**
 * Loads the made-up schools, and moves their clock on to the next school morning: first the clock,
 * then the files of that morning. What a crash leaves out comes in at the next start.
 */
public class MovingOn {

  private static final Logger log = LoggerFactory.getLogger(MovingOn.class);

  private static final int QUARTER_OF_AN_HOUR = 15;

  private final List<MadeUpSchool> schools;
  private final Standings standing;
  private final DemoClock clock;
  private final LoadingSchool loading;
  private final ApplicationEventPublisher events;
  private final Map<MadeUpSchool, SchoolFiles> files = new HashMap<>();

  MovingOn(
      List<MadeUpSchool> schools,
      Standings standing,
      DemoClock clock,
      LoadingSchool loading,
      ApplicationEventPublisher events) {
    this.schools = schools;
    this.standing = standing;
    this.clock = clock;
    this.loading = loading;
    this.events = events;
  }

  /** Makes up and brings in whatever is missing up to where the clock stands. */
  synchronized void load() {
    Standing now =
        standing
            .standing()
            .orElseGet(
                () -> {
                  standing.begin(clock.day());
                  return new Standing(World.on(clock.day()), clock.day(), 0);
                });
    bringIn(now);
  }

  /**
   * Moves the clock from a morning to the next school morning.
   *
   * @return false when the clock does not stand there any more: somebody else was quicker, or the
   *     same person pressed twice
   */
  public synchronized boolean moveOn(LocalDate from) {
    World world = standing.standing().orElseThrow().world();
    LocalDate next = new SchoolMornings(world).after(from);
    if (!standing.moveOn(from, next)) {
      return false;
    }
    Standing morning = new Standing(world, next, 0);
    clock.standAt(morning);
    events.publishEvent(new ClockMoved(clock.instant()));
    bringIn(morning);
    return true;
  }

  /**
   * Lets a quarter of an hour pass: time enough for what waits a little, a letter that can still be
   * recalled, a teacher who has not answered.
   *
   * @param from where the clock stood on the page that was pressed
   * @return false when it does not stand there any more
   */
  public synchronized boolean letTimePass(Instant from) {
    Standing now = standing.standing().orElseThrow();
    if (!now.now().equals(from) || !standing.moveOn(now, QUARTER_OF_AN_HOUR)) {
      return false;
    }
    clock.standAt(standing.standing().orElseThrow());
    events.publishEvent(new ClockMoved(clock.instant()));
    return true;
  }

  /** The school morning after the one at which the clock stands. */
  LocalDate next() {
    World world = standing.standing().map(Standing::world).orElseGet(() -> World.on(clock.day()));
    return new SchoolMornings(world).after(clock.day());
  }

  /** A school that fails keeps no other school from coming in; it is tried again next time. */
  private void bringIn(Standing now) {
    CouldNotBringIn failure = null;
    for (MadeUpSchool school : schools) {
      SchoolFiles made = files.computeIfAbsent(school, s -> new SchoolFiles(now.world(), s));
      try {
        if (loading.bringUpTo(now.morning(), made)) {
          log.info("{}: files up to {}", school.name(), now.morning());
        }
      } catch (RuntimeException e) {
        failure = new CouldNotBringIn(school, now.morning(), e);
        log.error(failure.getMessage(), e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
