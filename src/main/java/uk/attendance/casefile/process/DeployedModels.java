package uk.attendance.casefile.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.ProcessModels;

/** The models that the engine holds. */
@Component
class DeployedModels implements ProcessModels {

  private final RepositoryService repository;

  DeployedModels(@Lazy RepositoryService repository) {
    this.repository = repository;
  }

  @Override
  public String nameOf(String process) {
    return newest(process)
        .map(ProcessDefinition::getName)
        .orElseGet(
            () ->
                Character.toUpperCase(process.charAt(0)) + process.substring(1).replace('-', ' '));
  }

  @Override
  public Optional<String> diagramOf(CaseFile file) {
    return Optional.ofNullable(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionId(file.definition())
                .singleResult())
        .or(() -> newest(file.process()))
        .map(definition -> xml(definition.getId()));
  }

  @Override
  public Set<String> tasksFor(String process, String role) {
    Set<String> tasks = new HashSet<>();
    for (ProcessDefinition version :
        repository.createProcessDefinitionQuery().processDefinitionKey(process).list()) {
      repository
          .getBpmnModelInstance(version.getId())
          .getModelElementsByType(UserTask.class)
          .stream()
          .filter(task -> List.of(groups(task)).contains(role))
          .forEach(task -> tasks.add(task.getId()));
    }
    return tasks;
  }

  private static String[] groups(UserTask task) {
    String groups = task.getCamundaCandidateGroups();
    return groups == null ? new String[0] : groups.split("\\s*,\\s*");
  }

  private Optional<ProcessDefinition> newest(String process) {
    return Optional.ofNullable(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult());
  }

  private String xml(String definition) {
    try (InputStream model = repository.getProcessModel(definition)) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the diagram of " + definition, e);
    }
  }
}
