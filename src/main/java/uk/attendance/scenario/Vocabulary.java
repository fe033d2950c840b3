package uk.attendance.scenario;

import java.util.Set;

/** The names that a story may use beside those of its policy pack: what the models know. */
public interface Vocabulary {

  /** Tasks that people do. */
  Set<String> tasks();

  Set<String> processes();

  /** What a running case can be told. */
  Set<String> messages();
}
