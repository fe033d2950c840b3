package uk.attendance.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** A file is what its bytes say, and its name means nothing to any machine. */
class CheckedFileTest {

  private static final AttachmentSettings SETTINGS =
      new AttachmentSettings(
          DataSize.ofKilobytes(1),
          20,
          List.of("application/pdf", "image/jpeg", "image/png", "image/webp", "image/heic"));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          255044462d312e340a, application/pdf, letter.pdf
          ffd8ffe000104a4649460001, image/jpeg, letter.jpg
          89504e470d0a1a0a0000000d49484452, image/png, letter.png
          524946462400000057454250565038, image/webp, letter.webp
          000000186674797068656963000000006d696631, image/heic, letter.heic
          """)
  void isTakenByItsContent(String bytes, String type, String name) {
    CheckedFile file = CheckedFile.of("letter.anything", HexFormat.of().parseHex(bytes), SETTINGS);

    assertThat(file.mediaType()).isEqualTo(type);
    assertThat(file.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          4d5a90000300000004000000ffff0000, invoice.pdf
          504b0304140000000800, letter.docx
          3c68746d6c3e3c736372697074, picture.png
          3c737667206f6e6c6f61643d, picture.svg
          d0cf11e0a1b11ae1, letter.pdf
          68656c6c6f, note.pdf
          """)
  void isRefusedByItsContentWhateverItIsCalled(String bytes, String name) {
    assertThatThrownBy(() -> CheckedFile.of(name, HexFormat.of().parseHex(bytes), SETTINGS))
        .isInstanceOf(AttachmentRefused.class)
        .hasMessageContaining("neither a PDF nor a picture");
  }

  @Test
  void isRefusedWhenEmptyOrTooLarge() {
    byte[] pdf = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> CheckedFile.of("a.pdf", new byte[0], SETTINGS))
        .hasMessage("The file is empty.");
    assertThat(CheckedFile.of("a.pdf", java.util.Arrays.copyOf(pdf, 1023), SETTINGS)).isNotNull();
    assertThat(CheckedFile.of("a.pdf", java.util.Arrays.copyOf(pdf, 1024), SETTINGS)).isNotNull();
    assertThatThrownBy(() -> CheckedFile.of("a.pdf", java.util.Arrays.copyOf(pdf, 1025), SETTINGS))
        .hasMessageContaining("larger than");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          letter.pdf                    | letter.pdf
          C:\\Users\\pat\\letter.pdf    | letter.pdf
          ../../etc/passwd              | passwd.pdf
          letter                        | letter.pdf
          letter.exe                    | letter.pdf
          .htaccess                     | file.pdf
          a"b<c>;d\u0007.pdf            | a_b_c_d_.pdf
          ` Zoë's  Brief (1).pdf `      | Zoë_s  Brief (1).pdf
          ...                           | file.pdf
          """)
  void getsACleanName(String given, String name) {
    assertThat(CheckedFile.clean(given, "application/pdf")).isEqualTo(name);
  }
}
