package uk.attendance.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

  /** The examples of FIPS 180-4, and one that is not ASCII. */
  @ParameterizedTest
  @CsvSource({
    "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    "Zoë, c6a12698582fc1104ea24107a2d7268145ff06ef859707729d01fd060897f067"
  })
  void isSha256OfTheWordsInUtf8(String words, String hex) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);

    assertThat(Digest.of(words)).isEqualTo(hex);
    assertThat(Digest.of(bytes)).isEqualTo(hex);
    assertThat(Digest.bytes(words)).isEqualTo(HexFormat.of().parseHex(hex));
  }

  @Test
  void canBeFedInParts() {
    var digest = Digest.sha256();
    digest.update((byte) 'a');

    assertThat(digest.digest(new byte[] {'b', 'c'})).isEqualTo(Digest.bytes("abc"));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "abd, abc, false",
    "ab, abc, false",
    "abcd, abc, false",
    "'', abc, false",
    "'', '', true"
  })
  void sameIsTheWholeAndNothingElse(String given, String right, boolean same) {
    assertThat(Digest.same(given, right)).isEqualTo(same);
  }
}
