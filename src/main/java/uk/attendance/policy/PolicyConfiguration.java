package uk.attendance.policy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the packs when the product starts. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

  @Bean
  PolicyPacks policyPacks(PolicySettings settings) {
    return new PolicyPacks(
        settings.directory() == null ? PackFiles.bundled() : PackFiles.in(settings.directory()));
  }
}
