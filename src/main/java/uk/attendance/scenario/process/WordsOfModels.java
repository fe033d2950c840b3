package uk.attendance.scenario.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.scenario.Vocabulary;

/** The words of a story that come from the models: their tasks, keys and messages; read once. */
@Component
@Profile("scenario")
class WordsOfModels implements Vocabulary {

  private final RepositoryService repository;
  private final Map<String, Set<String>> kept = new ConcurrentHashMap<>();

  WordsOfModels(RepositoryService repository) {
    this.repository = repository;
  }

  @Override
  public Set<String> tasks() {
    return kept.computeIfAbsent(
        "tasks",
        any ->
            of(
                model ->
                    model.getModelElementsByType(UserTask.class).stream()
                        .map(UserTask::getId)
                        .toList()));
  }

  @Override
  public Set<String> processes() {
    return kept.computeIfAbsent(
        "processes",
        any ->
            definitions().stream()
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Override
  public Set<String> messages() {
    return kept.computeIfAbsent(
        "messages",
        any ->
            of(
                model ->
                    model.getModelElementsByType(Message.class).stream()
                        .map(Message::getName)
                        .toList()));
  }

  private Set<String> of(Function<BpmnModelInstance, Collection<String>> words) {
    return definitions().stream()
        .map(ProcessDefinition::getId)
        .map(repository::getBpmnModelInstance)
        .map(words)
        .flatMap(Collection::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<ProcessDefinition> definitions() {
    return repository.createProcessDefinitionQuery().latestVersion().list();
  }
}
