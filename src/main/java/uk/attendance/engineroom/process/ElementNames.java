package uk.attendance.engineroom.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the elements of a diagram are called on it. */
@Component
class ElementNames {

  private final RepositoryService repository;

  ElementNames(@Lazy RepositoryService repository) {
    this.repository = repository;
  }

  /** The id in words where the diagram gives it no name. */
  String of(@Nullable String definition, @Nullable String element) {
    if (element == null || element.isEmpty()) {
      return "a step that is not known";
    }
    if (definition != null) {
      ModelElementInstance found =
          repository.getBpmnModelInstance(definition).getModelElementById(element);
      if (found instanceof FlowElement flow && flow.getName() != null) {
        return flow.getName();
      }
    }
    return Character.toUpperCase(element.charAt(0)) + element.substring(1).replace('-', ' ');
  }
}
