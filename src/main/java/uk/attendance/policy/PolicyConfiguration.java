package uk.attendance.policy;

import java.time.Clock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the packs when the product starts, and stops the start where one is not sound. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(PolicyConfiguration.class);

  @Bean
  PolicyPacks policyPacks(
      PolicySettings settings, JdbcClient database, Clock clock, Environment environment) {
    boolean production = environment.acceptsProfiles(Profiles.of("production"));
    PackFiles files =
        settings.directory() == null ? PackFiles.bundled() : PackFiles.in(settings.directory());
    PolicyPacks packs = new PolicyPacks(files, new StoredPacks(database, clock, production));
    LOG.info("Policy packs read: {}", summary(packs));
    return packs;
  }

  private static String summary(PolicyPacks packs) {
    return packs.all().stream()
        .map(
            pack ->
                "%s (%d differences from the national framework, %d warnings)"
                    .formatted(
                        pack.version(),
                        packs.differences(pack.id()).size(),
                        pack.warnings().size()))
        .collect(Collectors.joining(", "));
  }
}
