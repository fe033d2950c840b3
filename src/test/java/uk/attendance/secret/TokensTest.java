package uk.attendance.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private final Secrets secrets = new Secrets(new byte[32]);

  /** Links that are out must open after an update: another program drew these two. */
  @Test
  void comeOutTheSameForEver() {
    assertThat(new Tokens(secrets, "leave-link", 32).of("appeal/7"))
        .isEqualTo("PiY-llLc5nAyv1cAXe4LrO_PGgsN1O4kprnXE0l8-0w");
    assertThat(new Tokens(secrets, "reply-link", 16).of("7 <a@b>"))
        .isEqualTo("Nt3ttCprCO11NFwhPcnqIQ");
  }

  @Test
  void openOneThingOfOneKindUnderOneKey() {
    byte[] other = new byte[32];
    other[31] = 1;

    assertThat(new Tokens(secrets, "appeal", 32).of("7"))
        .isNotEqualTo(new Tokens(secrets, "appeal", 32).of("8"))
        .isNotEqualTo(new Tokens(secrets, "request", 32).of("7"))
        .isNotEqualTo(new Tokens(new Secrets(other), "appeal", 32).of("7"));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 31, 32})
  void areAsLongAsAsked(int bytes) {
    String token = new Tokens(secrets, "appeal", bytes).of("7");

    assertThat(token).matches("[A-Za-z0-9_-]+");
    assertThat(Base64.getUrlDecoder().decode(token))
        .isEqualTo(Arrays.copyOf(secrets.sign("appeal", "7"), bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 33})
  void areNeverEasyToGuessNorPadded(int bytes) {
    assertThatThrownBy(() -> new Tokens(secrets, "appeal", bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tokens for appeal of %d bytes: needs 16 to 32", bytes);
  }
}
