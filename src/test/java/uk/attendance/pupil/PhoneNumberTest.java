package uk.attendance.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "07700 900 141, +447700900141",
    "07700900141 (work), +447700900141",
    "+44 7700 900141, +447700900141",
    "+44 (0)7700 900141, +447700900141",
    "0044 7700 900141, +447700900141",
    "447700900141, +447700900141",
    "+353 85 012 3456, +353850123456"
  })
  void textsMobilesInTheirInternationalForm(String given, String number) {
    assertThat(new PhoneNumber(given).forTexting()).contains(number);
    assertThat(new PhoneNumber(given).given()).isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0117 496 0123", "+44 117 496 0123", "999", "496 0123"})
  void ringsButDoesNotTextLandlinesAndShortNumbers(String given) {
    assertThat(new PhoneNumber(given).forTexting()).isEmpty();
    assertThat(new PhoneNumber(given).dialled()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask mum", "", "-", "12", "1234567890123456"})
  void refusesWhatCannotBeDialled(String given) {
    assertThat(PhoneNumber.isNumber(given)).isFalse();
  }
}
