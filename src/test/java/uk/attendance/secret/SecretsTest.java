package uk.attendance.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SecretsTest {

  private final Secrets secrets = new Secrets(new byte[32]);

  @Test
  void readsWhatItEncryptedAndNothingElse() {
    String once = secrets.encrypt("the school's key");
    String again = secrets.encrypt("the school's key");

    assertThat(once).isNotEqualTo(again).doesNotContain("school");
    assertThat(secrets.decrypt(once)).isEqualTo("the school's key");
    byte[] changed = Base64.getDecoder().decode(once);
    changed[changed.length - 1] ^= 1;
    assertThatThrownBy(() -> secrets.decrypt(Base64.getEncoder().encodeToString(changed)))
        .isInstanceOf(IllegalStateException.class);
    byte[] other = new byte[32];
    other[0] = 1;
    assertThatThrownBy(() -> new Secrets(other).decrypt(once))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void signsForOnePurposeOnly() {
    assertThat(secrets.sign("reply", "7"))
        .hasSize(32)
        .isEqualTo(secrets.sign("reply", "7"))
        .isNotEqualTo(secrets.sign("reply", "8"))
        .isNotEqualTo(secrets.sign("appeal", "7"));
  }

  @Test
  void makesOneKeyHoweverManyAskForItAtOnce(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    Set<String> keys = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 16).parallel().forEach(n -> keys.add(KeyFile.readOrMake(data)));

    assertThat(keys).hasSize(1);
    try (var files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
    Secrets first = new Secrets(new SecretSettings(null), data, new MockEnvironment());
    Secrets restarted = new Secrets(new SecretSettings(" "), data, new MockEnvironment());
    assertThat(restarted.decrypt(first.encrypt("kept"))).isEqualTo("kept");
  }

  @Test
  void refusesAKeyThatIsNoneAndProductionWithoutOne(@TempDir Path folder) {
    MockEnvironment production = new MockEnvironment();
    production.setActiveProfiles("production");

    assertThatThrownBy(() -> new Secrets(new SecretSettings(null), folder, production))
        .isInstanceOf(NoKey.class)
        .hasMessageContaining("it is not set");
    assertThatThrownBy(
            () -> new Secrets(new SecretSettings("c2hvcnQ="), folder, new MockEnvironment()))
        .isInstanceOf(NoKey.class)
        .hasMessageContaining("it has 5 bytes");
    assertThatThrownBy(
            () -> new Secrets(new SecretSettings("not base64!"), folder, new MockEnvironment()))
        .isInstanceOf(NoKey.class)
        .hasMessageContaining("it is not Base64");
  }
}
