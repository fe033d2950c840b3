package uk.attendance.engineroom;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.letter.MessageState;
import uk.attendance.register.ImportState;

/**
 * The installation's numbers as gauges (docs/operating.md lists them). Labels are kinds and states,
 * never a school: how many children are absent where is nobody's business at the monitoring.
 */
@Component
class EngineRoomMetrics implements MeterBinder {

  private final Readings readings;
  private final Set<String> kinds = ConcurrentHashMap.newKeySet();

  EngineRoomMetrics(Readings readings) {
    this.readings = readings;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    queue(registry, "messages", "Messages, by where they stand");
    for (ImportState state : ImportState.values()) {
      gauge(
          registry,
          "register.files",
          "Register files of the last day, by where they stand",
          Tags.of("state", word(state)),
          reading -> reading.registerFiles().getOrDefault(state, 0));
    }
    age(registry, "register.last", "Age of the newest register", Reading::lastRegister);
    count(registry, "register.close.waiting", "Pupils to look at", r -> r.registerClose().count());
    count(registry, "register.close.set.aside", "Pupils set aside", r -> r.setAside().count());
    age(
        registry,
        "register.close.oldest",
        "Age of the oldest at register close",
        reading -> reading.registerClose().oldest());
    count(registry, "steps.due", "Steps of cases that are due", r -> r.stepsDue().count());
    age(registry, "steps.due.oldest", "How late the oldest is", r -> r.stepsDue().oldest());
    count(
        registry, "steps.given.up", "Steps not tried by themselves", r -> r.stepsGivenUp().count());
    count(registry, "steps.locked.too.long", "Locks past their time", r -> r.locksPast().count());
    count(registry, "nodes.up", "Programs at work on the database", Reading::nodesUp);
    count(
        registry,
        "check.broken",
        "Invariants that the last check found broken",
        reading -> reading.check() == null ? 0 : reading.check().broken().size());
    age(
        registry,
        "check.last",
        "Age of the last check of the invariants",
        reading -> reading.check() == null ? null : reading.check().endedAt());
    count(registry, "tasks", "Open tasks", reading -> tasks(registry, reading));
  }

  /** All open tasks; a kind that is seen for the first time has gauges of its own from then on. */
  private double tasks(MeterRegistry registry, Reading reading) {
    for (String kind : reading.tasks().keySet()) {
      if (kinds.add(kind)) {
        Tags tags = Tags.of("kind", kind);
        gauge(registry, "tasks.open", "Open tasks by kind", tags, now -> of(now, kind).open());
        gauge(
            registry,
            "tasks.overdue",
            "Overdue tasks by kind",
            tags,
            now -> of(now, kind).overdue());
      }
    }
    return reading.tasks().values().stream().mapToInt(Reading.Tasks::open).sum();
  }

  private static Reading.Tasks of(Reading reading, String kind) {
    return reading.tasks().getOrDefault(kind, Reading.Tasks.NONE);
  }

  private void queue(MeterRegistry registry, String name, String words) {
    for (MessageState state : Queues.MESSAGES) {
      Tags tags = Tags.of("state", word(state));
      gauge(registry, name, words, tags, reading -> of(reading, state).count());
      gauge(
          registry,
          name + ".oldest.seconds",
          "Age of the oldest, by where they stand",
          tags,
          reading -> of(reading, state).age(reading.at()).toSeconds());
    }
  }

  private static Queue of(Reading reading, MessageState state) {
    return reading.messages().getOrDefault(state, Queue.EMPTY);
  }

  private void count(
      MeterRegistry registry, String name, String words, ToDoubleFunction<Reading> value) {
    gauge(registry, name, words, Tags.empty(), value);
  }

  private void age(
      MeterRegistry registry,
      String name,
      String words,
      java.util.function.Function<Reading, @Nullable Instant> since) {
    gauge(
        registry,
        name + ".seconds",
        words,
        Tags.empty(),
        reading -> {
          Instant at = since.apply(reading);
          return at == null ? Double.NaN : Duration.between(at, reading.at()).toSeconds();
        });
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String words,
      Tags tags,
      ToDoubleFunction<Reading> value) {
    Gauge.builder(
            "attendance." + name,
            readings,
            now -> now.newest().map(value::applyAsDouble).orElse(Double.NaN))
        .description(words)
        .tags(tags)
        .register(registry);
  }

  /** {@code TO_PRINT} is "to-print". */
  private static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.UK).replace('_', '-');
  }
}
