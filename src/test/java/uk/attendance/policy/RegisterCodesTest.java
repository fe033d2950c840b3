package uk.attendance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterCodesTest {

  private static final RegisterCodes CODES = PolicyPacks.bundled().national().codes();
  private static final LocalDate CHANGE = LocalDate.of(2024, 8, 19);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ATTENDING; / \\ L K V P W B",
        "AUTHORISED_ABSENCE; C C1 C2 M J1 S T R I E",
        "UNAUTHORISED_ABSENCE; G N O U",
        "NOT_POSSIBLE; D X Q Y1 Y2 Y3 Y4 Y5 Y6 Y7",
        "ADMINISTRATIVE; Z #"
      })
  void classesEveryCodeInForce(CodeClass codeClass, String codes) {
    assertThat(CODES.all())
        .filteredOn(code -> code.holdsOn(CHANGE) && code.codeClass() == codeClass)
        .extracting(RegisterCode::code)
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(codes.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"H", "J", "Y"})
  void acceptsRetiredCodesInMarksBeforeTheChangeOnly(String code) {
    assertThat(CODES.find(code, CHANGE.minusDays(1))).isPresent();
    assertThat(CODES.find(code, CHANGE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C1", "C2", "J1", "K", "Q", "Y1", "Y7"})
  void acceptsNewCodesFromTheChangeOn(String code) {
    assertThat(CODES.find(code, CHANGE.minusDays(1))).isEmpty();
    assertThat(CODES.find(code, CHANGE)).isPresent();
  }

  @Test
  void classesAnOldHolidayByItsFlag() {
    RegisterCode holiday = CODES.find("H", LocalDate.of(2024, 3, 1)).orElseThrow();

    assertThat(holiday.codeClass(true)).isEqualTo(CodeClass.AUTHORISED_ABSENCE);
    assertThat(holiday.codeClass(false)).isEqualTo(CodeClass.UNAUTHORISED_ABSENCE);
  }

  @Test
  void countsAnOldInterviewAsAttendingAndANewOneAsAbsence() {
    assertThat(CODES.find("J", CHANGE.minusDays(1)).orElseThrow().codeClass())
        .isEqualTo(CodeClass.ATTENDING);
    assertThat(CODES.find("J1", CHANGE).orElseThrow().codeClass())
        .isEqualTo(CodeClass.AUTHORISED_ABSENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "", "-", "y1", "//", "I01"})
  void knowsNoOtherCode(String code) {
    assertThat(CODES.find(code, CHANGE)).isEmpty();
  }

  @Test
  void findsCodesByWhatFiguresNeed() {
    assertThat(CODES.ofKind(CodeKind.LATE_AFTER_CLOSE, CHANGE))
        .extracting(RegisterCode::code)
        .containsExactly("U");
    assertThat(CODES.ofKind(CodeKind.PRESENT, CHANGE))
        .extracting(RegisterCode::code)
        .containsExactly("/", "\\");
    assertThat(CODES.ofKind(CodeKind.UNEXPLAINED, CHANGE))
        .extracting(RegisterCode::code)
        .containsExactly("N");
  }

  @Test
  void countsPossibleAsAttendingAndAbsent() {
    assertThat(CodeClass.values())
        .filteredOn(CodeClass::isPossible)
        .containsExactly(
            CodeClass.ATTENDING, CodeClass.AUTHORISED_ABSENCE, CodeClass.UNAUTHORISED_ABSENCE);
  }
}
