package uk.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two pages that use one name for two things change each other, and nothing says so. */
class StylesTest {

  private static final Pattern BLOCK = Pattern.compile("(?m)^\\.(app-[a-z-]+) \\{");

  @Test
  void everyBlockIsDescribedInOneFile() throws IOException {
    Map<String, Set<String>> files = new TreeMap<>();
    try (Stream<Path> styles = Files.list(Path.of("src/main/web/style"))) {
      for (Path style : styles.toList()) {
        BLOCK
            .matcher(Files.readString(style))
            .results()
            .forEach(
                block ->
                    files
                        .computeIfAbsent(block.group(1), name -> new TreeSet<>())
                        .add(style.getFileName().toString()));
      }
    }

    assertThat(files).hasSizeGreaterThan(50);
    List<String> shared =
        files.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(entry -> entry.getKey() + " in " + entry.getValue())
            .toList();
    assertThat(shared).isEmpty();
  }
}
