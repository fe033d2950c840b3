package uk.attendance.casefile.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms of the top-level folders under stable names, once: an unchanged
 * model is not deployed again, whichever node starts and however the program is packaged.
 */
@Component
class ModelDeployment {

  private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

  private final RepositoryService repository;
  private final ResourcePatternResolver resources;

  ModelDeployment(RepositoryService repository, ResourcePatternResolver resources) {
    this.repository = repository;
    this.resources = resources;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(0)
  void deploy() {
    DeploymentBuilder deployment =
        repository.createDeployment().name("attendance").enableDuplicateFiltering(true);
    int models = add(deployment, "processes", "bpmn") + add(deployment, "forms", "form");
    if (models > 0) {
      deployment.deploy();
    }
    log.info("models and forms: {} on the class path", models);
  }

  private int add(DeploymentBuilder deployment, String folder, String suffix) {
    int count = 0;
    try {
      for (Resource model :
          resources.getResources("classpath*:%s/*.%s".formatted(folder, suffix))) {
        try (InputStream in = model.getInputStream()) {
          deployment.addInputStream(folder + "/" + model.getFilename(), in);
        }
        count++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deploying models: folder " + folder + " unreadable", e);
    }
    return count;
  }
}
