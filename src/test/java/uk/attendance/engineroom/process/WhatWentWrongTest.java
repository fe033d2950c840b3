package uk.attendance.engineroom.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatWentWrongTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uk.attendance.letter.UnknownLetter: no letter 'x' | uk.attendance.letter.Letters.get | No letter 'x'.",
        "java.lang.IllegalStateException: case 7 has no reason | uk.attendance.firstday.Explaining.of | Case 7 has no reason.",
        "java.lang.IllegalStateException: case 7 has no reason | app//uk.attendance.firstday.Explaining.of | Case 7 has no reason.",
        "java.lang.IllegalArgumentException: bad 'Robin' | java.time.LocalDate.parse | An error in the program: IllegalArgumentException.",
        "java.lang.NullPointerException | uk.attendance.firstday.Explaining.of | An error in the program: NullPointerException.",
        "java.time.format.DateTimeParseException: Text 'Robin' | java.time.LocalDate.parse | An error in the program: DateTimeParseException.",
        "org.springframework.dao.DuplicateKeyException: Key (name)=(Robin) | org.h2.X.y | The database refused what was to be written.",
        "org.springframework.jdbc.CannotGetJdbcConnectionException: Failed | org.h2.X.y | The database could not be reached.",
        "java.sql.SQLTransientConnectionException: pool | com.zaxxer.hikari.X.y | The database could not be reached.",
        "org.camunda.bpm.engine.OptimisticLockingException: ENGINE-03005 | org.camunda.X.y | Two things wanted to change the case in the same moment.",
        "org.camunda.bpm.engine.ProcessEngineException: Unknown property used | org.camunda.X.y | Unknown property used.",
      })
  void saysItInASentence(String first, String thrower, String sentence) {
    assertThat(WhatWentWrong.of("%s\n\tat %s(X.java:1)\n".formatted(first, thrower)))
        .isEqualTo(sentence);
    assertThat(
            WhatWentWrong.of(
                "java.lang.RuntimeException: 'Robin'\n\tat java.X.y(X.java:1)\nCaused by: %s\n\tat %s(X.java:1)\n"
                    .formatted(first, thrower)))
        .isEqualTo(sentence);
  }

  @org.junit.jupiter.api.Test
  void cutsWhatIsTooLongAndKnowsWhenNothingWasKept() {
    assertThat(WhatWentWrong.of(null)).isEqualTo("Nothing was written down about it.");
    assertThat(WhatWentWrong.of("uk.attendance.X: " + "a".repeat(301))).hasSize(301).endsWith("…");
    assertThat(WhatWentWrong.of("uk.attendance.X: " + "a".repeat(300))).hasSize(301).endsWith("a.");
  }
}
