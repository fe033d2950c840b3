package uk.attendance.worklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.attendance.worklist.AnswersTask.Answered;

/** Finds the feature that makes something of the answers to a task, by the task's key. */
@Component
class TaskAnswers {

  private final ObjectProvider<AnswersTask> features;

  TaskAnswers(ObjectProvider<AnswersTask> features) {
    this.features = features;
  }

  private Optional<AnswersTask> of(String task) {
    List<AnswersTask> found =
        features.stream().filter(feature -> feature.tasks().contains(task)).toList();
    if (found.size() > 1) {
      throw new IllegalStateException(
          "task '%s' is answered for by %d features; needed: one".formatted(task, found.size()));
    }
    return found.stream().findFirst();
  }

  /** What the engine is told: the outcome, and what the feature drew from the answers. */
  Map<String, Object> facts(Answered answered) {
    Map<String, Object> facts = new HashMap<>();
    of(answered.task()).ifPresent(feature -> facts.putAll(feature.answered(answered)));
    facts.put(camelCase(answered.task()) + "Outcome", answered.outcome());
    return facts;
  }

  boolean canBeUndone(String task) {
    return of(task).filter(feature -> feature.canBeUndone(task)).isPresent();
  }

  void undo(Answered answered) {
    of(answered.task()).orElseThrow().undone(answered);
  }

  private static String camelCase(String key) {
    StringBuilder camel = new StringBuilder();
    for (String word : key.split("-")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}
