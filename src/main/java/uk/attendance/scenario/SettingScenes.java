package uk.attendance.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Timers;

/** Sets up what a story begins with, and sees that it does not go on behind the next one. */
@Component
@Profile("scenario")
class SettingScenes {

  private final StoryClock clock;
  private final FoundingSchool founding;
  private final ImportingStoryMarks marks;
  private final Ledgers ledgers;
  private final CaseFiles cases;
  private final Timers timers;
  private final JdbcClient jdbc;

  SettingScenes(
      StoryClock clock,
      FoundingSchool founding,
      ImportingStoryMarks marks,
      Ledgers ledgers,
      CaseFiles cases,
      Timers timers,
      JdbcClient jdbc) {
    this.clock = clock;
    this.founding = founding;
    this.marks = marks;
    this.ledgers = ledgers;
    this.cases = cases;
    this.timers = timers;
    this.jdbc = jdbc;
  }

  /**
   * The clock stands at the first minute of the story's first day. What was before the story starts
   * nothing: nobody is looked at for it.
   */
  StorySchool begin(Story story) {
    LocalDate firstDay = Objects.requireNonNull(story.steps().get(0).at()).toLocalDate();
    clock.moveTo(StoryClock.instantOf(firstDay.atStartOfDay()));
    StorySchool school = founding.found(story);
    jdbc.sql("update school set cases_from = :day where id = :school")
        .param("day", firstDay)
        .param("school", school.id().value())
        .update();
    try {
      marks.history(school);
    } catch (StepRefused e) {
      throw new StoryRefused(
          List.of(story.marks().get(0).place() + ": the history was refused: " + e.getMessage()));
    }
    jdbc.sql("delete from register_close where school_id = :school")
        .param("school", school.id().value())
        .update();
    return school;
  }

  List<LedgerRow> ledger(StorySchool school) {
    return ledgers.of(school);
  }

  /** Timers that are left would otherwise run in the next story's time. */
  void end(StorySchool school) {
    timers.suspend(
        school.pupils().values().stream()
            .flatMap(pupil -> cases.openOf(pupil).stream())
            .map(CaseFile::instance)
            .toList());
  }
}
