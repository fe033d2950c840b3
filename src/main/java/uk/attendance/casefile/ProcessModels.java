package uk.attendance.casefile;

import java.util.Optional;
import java.util.Set;

/** The diagrams that cases are run by, as people look at them. */
public interface ProcessModels {

  /** As a heading, such as "First-day contact"; the key in words where no such process is there. */
  String nameOf(String process);

  /** The diagram that a case runs by, or ran by; empty where it is no longer known. */
  Optional<String> diagramOf(CaseFile file);

  /** Ids of the tasks that are for a role, in whatever version of a process. */
  Set<String> tasksFor(String process, String role);
}
