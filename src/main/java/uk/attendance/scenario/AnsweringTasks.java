package uk.attendance.scenario;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.SignedIn;
import uk.attendance.form.Field;
import uk.attendance.form.FieldKind;
import uk.attendance.form.Form;
import uk.attendance.form.Forms;
import uk.attendance.leave.LeaveScopes;
import uk.attendance.pupil.PupilId;
import uk.attendance.worklist.SubmittingTasks;

/** Answers a task as one of the staff would, by its form. */
@Component
@Profile("scenario")
class AnsweringTasks {

  private static final String OUTCOME = "outcome";
  private static final Set<FieldKind> TEXTS = EnumSet.of(FieldKind.TEXT, FieldKind.LONG_TEXT);

  private final StoryTasks tasks;
  private final SubmittingTasks submitting;
  private final Forms forms;
  private final LeaveScopes scopes;

  AnsweringTasks(StoryTasks tasks, SubmittingTasks submitting, Forms forms, LeaveScopes scopes) {
    this.tasks = tasks;
    this.submitting = submitting;
    this.forms = forms;
    this.scopes = scopes;
  }

  void answer(Happening.Do asked, StorySchool school) {
    PupilId pupil = school.pupil(asked.pupil());
    StoryTasks.Open task =
        tasks
            .find(school.id(), asked.task(), pupil)
            .orElseThrow(
                () ->
                    new StepRefused(
                        "task %s of %s is not open".formatted(asked.task(), asked.pupil())));
    String by = asked.by();
    SignedIn person = school.person(by == null ? task.role() : by);
    Map<String, Object> answers = new LinkedHashMap<>();
    if (!asked.outcome().isEmpty()) {
      answers.put(OUTCOME, asked.outcome());
    }
    Form form = forms.get(asked.task());
    asked.with().forEach((field, answer) -> answers.put(field, meant(form, field, answer, school)));
    submitting.submit(task.id(), answers, Actor.of(person), scopes.of(person.id(), task.caseId()));
  }

  /** Yes and no are words where a form asks for words; staff are named as in the story. */
  private static Object meant(Form form, String key, Object answer, StorySchool school) {
    Optional<Field> field = form.field(key);
    if (field.map(one -> "staff".equals(one.choices().source())).orElse(false)) {
      List<?> named = answer instanceof List<?> several ? several : List.of(answer);
      return named.stream().map(name -> account(String.valueOf(name), school)).toList();
    }
    boolean words = field.map(Field::kind).filter(TEXTS::contains).isPresent();
    return answer instanceof Boolean yes && words ? (yes ? "yes" : "no") : answer;
  }

  private static String account(String name, StorySchool school) {
    return Optional.ofNullable(school.staff().get(name))
        .map(person -> person.id().toString())
        .orElse(name);
  }
}
