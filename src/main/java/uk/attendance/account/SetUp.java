package uk.attendance.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which trusts and schools an installation serves, and who is their first administrator; written by
 * whoever operates it (docs/operating.md) and taken over at every start.
 */
@ConfigurationProperties("attendance.set-up")
record SetUp(
    @DefaultValue List<OneTrust> trusts,
    @DefaultValue List<OneSchool> schools,
    @Nullable FirstAdministrator administrator) {

  record OneTrust(String id, String name) {}

  record OneSchool(
      String id,
      @Nullable String trust,
      String name,
      String pack,
      @Nullable String academy,
      String localAuthority) {}

  record FirstAdministrator(String email, String name, String title) {}
}
