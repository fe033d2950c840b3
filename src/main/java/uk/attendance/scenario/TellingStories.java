package uk.attendance.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.scenario.Story.Step;

/** Tells a story from its first step to its last and finds out what is not as expected. */
@Component
@Profile("scenario")
class TellingStories {

  private static final Logger log = LoggerFactory.getLogger(TellingStories.class);

  private final StoryReader reader;
  private final StoryTime time;
  private final SettingScenes scenes;
  private final MakingHappen making;
  private final CheckingExpectations checking;
  private final StoryPost post;
  private final StoryWork work;

  TellingStories(
      StoryReader reader,
      StoryTime time,
      SettingScenes scenes,
      MakingHappen making,
      CheckingExpectations checking,
      StoryPost post,
      StoryWork work) {
    this.reader = reader;
    this.time = time;
    this.scenes = scenes;
    this.making = making;
    this.checking = checking;
    this.post = post;
    this.work = work;
  }

  /**
   * @param name as it was named by whoever asked
   */
  Told tell(String name, Path file) {
    try {
      return tell(reader.read(name, Files.readString(file)));
    } catch (IOException e) {
      return new Told(name, List.of(name + ":1: cannot be read: " + e.getMessage()), List.of());
    } catch (StoryRefused e) {
      return new Told(name, e.lines(), List.of());
    }
  }

  Told tell(Story story) {
    StorySchool school = scenes.begin(story);
    try {
      Letters letters = new Letters();
      List<String> failures = new ArrayList<>();
      for (Step step : story.steps()) {
        tell(step, school, letters, failures);
      }
      return new Told(story.file(), failures, scenes.ledger(school));
    } finally {
      scenes.end(school);
    }
  }

  private void tell(Step step, StorySchool school, Letters letters, List<String> failures) {
    LocalDateTime at = step.at();
    String words = at == null ? "" : "at " + at.toString().replace('T', ' ') + ": ";
    String refusal = happen(step, school);
    if (refusal != null && step.refusals().isEmpty()) {
      failures.add(step.place() + ": " + words + "expected the step to be done; found " + refusal);
    }
    for (Expectation expected : step.expectations()) {
      Optional<String> found =
          expected instanceof Expectation.Refused refused
              ? unlike(refused, refusal)
              : checking.found(expected, school, letters);
      found.ifPresent(
          what ->
              failures.add(
                  "%s: %sexpected %s; found %s"
                      .formatted(expected.place(), words, expected.words(), what)));
    }
    if (!step.expectations().isEmpty()) {
      letters.saw(post.sent(school.id()));
    }
  }

  /** What the step was refused with; null where it was done. */
  private @Nullable String happen(Step step, StorySchool school) {
    try {
      LocalDateTime at = step.at();
      if (at != null) {
        time.moveTo(StoryClock.instantOf(at), school);
      }
      for (Happening happening : step.happenings()) {
        making.happen(happening, school);
      }
      work.settle(school);
      return null;
    } catch (RuntimeException e) {
      log.debug("{}: refused", step.place(), e);
      return Refusals.words(e);
    }
  }

  private static Optional<String> unlike(Expectation.Refused expected, @Nullable String refusal) {
    if (refusal == null) {
      return Optional.of("that it was done");
    }
    return refusal.toLowerCase(Locale.UK).contains(expected.holds().toLowerCase(Locale.UK))
        ? Optional.empty()
        : Optional.of("it refused with '" + refusal + "'");
  }
}
