package uk.attendance.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static final String EMAIL = "jo.bloggs@dothill.example.org";

  @ParameterizedTest
  @CsvSource({"11, false", "12, true", "13, true", "199, true", "200, true", "201, false"})
  void needsTwelveToTwoHundredCharacters(int length, boolean good) {
    String password = "kettle river ".repeat(20).substring(0, length);

    assertThat(PasswordRules.problem(password, EMAIL).isEmpty()).isEqualTo(good);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Password2025!",
        "PasswordPassword",
        "123456789012",
        "qwertyuiop12",
        "Attendance2025",
        "attendance!!attendance",
        "ManchesterUnited1",
        "aaaaaaaaaaaa",
        "abababababab",
        "Correct horse battery staple"
      })
  void refusesWhatSomebodyWouldTryFirst(String password) {
    assertThat(PasswordRules.problem(password, EMAIL).orElseThrow()).contains("would try");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jo.bloggs 2025 yes", "my name is JO.BLOGGS", "jo.bloggs@dothill.example.org"})
  void refusesOnesOwnEmail(String password) {
    assertThat(PasswordRules.problem(password, EMAIL).orElseThrow()).contains("email");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "three quiet purple trains",
        "kettle river lamp",
        "nine owls, two password books",
        "zwölf Boxkämpfer jagen",
        "correct pony battery lamp",
        "pfeP3-qM5xT-99wc"
      })
  void takesWhatIsLongAndOnesOwn(String password) {
    assertThat(PasswordRules.problem(password, EMAIL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jo@dothill.example.org"})
  void doesNotMindAShortPartOfAnEmailByChance(String email) {
    assertThat(PasswordRules.problem("a joyful kettle river", email)).isEmpty();
  }
}
