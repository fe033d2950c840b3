package uk.attendance.account;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept, and the time by which guessing is slowed and links end. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** Passwords are kept as Argon2id hashes only. */
  @Bean
  PasswordEncoder passwordEncoder(SignInSettings settings) {
    SignInSettings.Argon2 cost = settings.argon2();
    return new Argon2PasswordEncoder(
        SALT_BYTES,
        HASH_BYTES,
        cost.parallelism(),
        (int) cost.memory().toKilobytes(),
        cost.iterations());
  }

  /**
   * The time on the wall. The one clock may stand still (in the demonstration it does); whoever
   * waits after a mistyped password would wait for ever.
   */
  @Bean
  InstantSource wallTime() {
    return InstantSource.system();
  }
}
