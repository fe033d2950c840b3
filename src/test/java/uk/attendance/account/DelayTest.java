package uk.attendance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayTest {

  private final SignInSettings.Delay delay =
      new SignInSettings.Delay(
          4, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(24));

  @ParameterizedTest(name = "after {0} failures one waits {1}")
  @CsvSource({
    "0, PT0S",
    "3, PT0S",
    "4, PT0S",
    "5, PT30S",
    "6, PT1M",
    "7, PT2M",
    "8, PT4M",
    "9, PT8M",
    "10, PT15M",
    "11, PT15M",
    "1000000, PT15M"
  })
  void growsWithEachFailureUpToTheLongest(int failures, Duration wait) {
    assertThat(delay.after(failures)).isEqualTo(wait);
  }

  @Test
  void refusesSettingsThatWouldNeverSlowAnybodyDown() {
    assertThatThrownBy(
            () ->
                new SignInSettings.Delay(
                    4, Duration.ZERO, Duration.ofMinutes(15), Duration.ofHours(24)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("first PT0S");
  }
}
