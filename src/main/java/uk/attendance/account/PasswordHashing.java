package uk.attendance.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords are kept as Argon2id hashes only. */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

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
}
