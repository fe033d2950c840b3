package uk.attendance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every story of {@code scenarios/} comes out as it is told. */
@Telling
class StoriesTest {

  private static final Path FOLDER = Path.of("scenarios");

  @Autowired TellingStories telling;

  @TestFactory
  Stream<DynamicTest> comesOutAsTold() {
    return stories().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> assertThat(telling.tell(file.toString(), file).failures()).isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"st-vincent", "dothill", "lady-byron", "nailsworth", "raleigh"})
  void everyPackHasAtLeastFour(String pack) {
    assertThat(stories())
        .filteredOn(file -> file.getFileName().toString().startsWith(pack + "-"))
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void thereAreMoreThanTwentyFour() {
    assertThat(stories()).hasSizeGreaterThan(24);
  }

  static List<Path> stories() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
