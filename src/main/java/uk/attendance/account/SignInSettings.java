package uk.attendance.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How people sign in. */
@ConfigurationProperties("attendance.sign-in")
public record SignInSettings(@DefaultValue Argon2 argon2) {

  /** What one guess at a password costs. */
  public record Argon2(
      @DefaultValue("19MB") DataSize memory,
      @DefaultValue("2") int iterations,
      @DefaultValue("1") int parallelism) {}
}
