package uk.attendance.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All forms there are, by task; read once, at the start, which fails when one cannot be taken. */
@Component
public class Forms {

  private static final String FOLDER = "classpath*:forms/*.form";

  private final Map<String, Form> byKey;

  public Forms() {
    this(onClassPath());
  }

  Forms(Map<String, String> sources) {
    List<String> errors = new ArrayList<>();
    byKey = new TreeMap<>();
    sources.forEach(
        (key, source) -> byKey.put(key, FormReader.read(key, source, Vocabulary.OF_TASKS, errors)));
    if (!errors.isEmpty()) {
      throw new FormsRefused(errors);
    }
  }

  /** The form of a task; empty where it has none. */
  public Optional<Form> find(String task) {
    return Optional.ofNullable(byKey.get(task));
  }

  public Form get(String task) {
    return find(task)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "task '%s' has no form; forms: %s".formatted(task, byKey.keySet())));
  }

  public List<Form> all() {
    return List.copyOf(byKey.values());
  }

  private static Map<String, String> onClassPath() {
    Map<String, String> sources = new TreeMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FOLDER)) {
        String name = String.valueOf(file.getFilename());
        try (InputStream in = file.getInputStream()) {
          sources.put(
              name.substring(0, name.length() - ".form".length()),
              new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the task forms from " + FOLDER, e);
    }
    return sources;
  }
}
