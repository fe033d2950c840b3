package uk.attendance.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeControllerTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/pupils/12?year=2026, /pupils/12",
    "http://localhost:8080/, /",
    "http://localhost:8080, /",
    "http://localhost:8080//elsewhere.example, /",
    "https://elsewhere.example//elsewhere.example/, /",
    "not a web address, /",
    ", /"
  })
  void goesBackToThePageThatWasPressedAndNeverToAnotherSite(String referer, String path) {
    assertThat(TimeController.pathOf(referer)).isEqualTo(path);
  }
}
