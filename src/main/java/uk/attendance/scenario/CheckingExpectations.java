package uk.attendance.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.pupil.PupilId;

/** Holds what a story expects against what there is. */
@Component
@Profile("scenario")
class CheckingExpectations {

  private static final String PREFERRED_CAUSE = "unexplained";

  private final StoryTasks tasks;
  private final StoryPost post;
  private final CaseFiles cases;
  private final CheckingRegister register;

  CheckingExpectations(
      StoryTasks tasks, StoryPost post, CaseFiles cases, CheckingRegister register) {
    this.tasks = tasks;
    this.post = post;
    this.cases = cases;
    this.register = register;
  }

  /** What there is instead; empty where it is as expected. */
  Optional<String> found(Expectation expected, StorySchool school, Letters letters) {
    if (expected instanceof Expectation.Task task) {
      return task(task, school);
    } else if (expected instanceof Expectation.Letter letter) {
      return letter(letter, school, letters);
    } else if (expected instanceof Expectation.Case file) {
      String state = state(file.process(), school.pupil(file.pupil()), school);
      return state.equals(file.state()) ? Optional.empty() : Optional.of(state);
    } else if (expected instanceof Expectation.NoCase none) {
      return of(none.process(), school.pupil(none.pupil()), school).stream()
          .filter(CaseFile::isOpen)
          .map(open -> "one of %s that is open".formatted(open.startedOn()))
          .findFirst();
    }
    return register.found(expected, school);
  }

  private Optional<String> task(Expectation.Task expected, StorySchool school) {
    List<StoryTasks.Open> open = tasks.of(school.id());
    boolean any = open.stream().anyMatch(task -> isMeant(task, expected, school));
    return any == expected.open()
        ? Optional.empty()
        : Optional.of(expected.open() ? openTasks(open, school) : "it open");
  }

  private static boolean isMeant(
      StoryTasks.Open task, Expectation.Task expected, StorySchool school) {
    String pupil = expected.pupil();
    return task.task().equals(expected.task())
        && (pupil == null || task.pupil().equals(school.pupil(pupil)))
        && (expected.role() == null || task.role().equals(expected.role()))
        && (expected.due() == null || task.dueOn().equals(expected.due()))
        && (expected.dueAt() == null || task.dueTime().equals(expected.dueAt()));
  }

  private static String openTasks(List<StoryTasks.Open> open, StorySchool school) {
    return open.isEmpty()
        ? "no task open"
        : "open: "
            + open.stream()
                .map(task -> task.words(school.nameOf(task.pupil())))
                .collect(Collectors.joining("; "));
  }

  private Optional<String> letter(
      Expectation.Letter expected, StorySchool school, Letters letters) {
    List<StoryPost.Sent> sent = letters.newOf(post.sent(school.id()));
    boolean any = sent.stream().anyMatch(letter -> isMeant(letter, expected, school));
    if (any == expected.sent()) {
      return Optional.empty();
    }
    return Optional.of(expected.sent() ? sentInstead(sent, expected, school) : "it sent");
  }

  private static boolean isMeant(
      StoryPost.Sent letter, Expectation.Letter expected, StorySchool school) {
    String pupil = expected.pupil();
    String to = letter.contact() == null ? Expectation.Letter.AUTHORITY : letter.contact();
    return letter.letter().equals(expected.letter())
        && (pupil == null || letter.pupil() == school.pupil(pupil).value())
        && (expected.to() == null || expected.to().equals(to))
        && (expected.by() == null || expected.by() == letter.by());
  }

  private String sentInstead(
      List<StoryPost.Sent> sent, Expectation.Letter expected, StorySchool school) {
    List<String> why = post.notSent(school.id(), expected.letter());
    String letters =
        sent.isEmpty()
            ? "no new letter"
            : "sent: "
                + sent.stream()
                    .map(letter -> letter.words(school.nameOf(new PupilId(letter.pupil()))))
                    .collect(Collectors.joining("; "));
    return why.isEmpty() ? letters : letters + "; " + String.join("; ", why);
  }

  private String state(String process, PupilId pupil, StorySchool school) {
    return of(process, pupil, school).stream()
        .findFirst()
        .map(file -> file.isOpen() ? Expectation.Case.OPEN : String.valueOf(file.outcome()))
        .orElse("no case");
  }

  /** The newest first; of one day, the one that nobody has explained. */
  private List<CaseFile> of(String process, PupilId pupil, StorySchool school) {
    return cases.of(pupil, Scope.ofTheSystem(school.id())).stream()
        .filter(file -> file.process().equals(process))
        .sorted(
            Comparator.comparing(CaseFile::startedOn)
                .thenComparing(file -> file.cause().equals(PREFERRED_CAUSE))
                .thenComparing(file -> file.id().value())
                .reversed())
        .toList();
  }
}
