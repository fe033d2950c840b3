package uk.attendance.scenario;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import uk.attendance.letter.Carrier;
import uk.attendance.pupil.Channel;

/** The clock that stories move, and channels that take every message and send none. */
@Configuration(proxyBeanMethods = false)
@Profile("scenario")
class ScenarioConfiguration {

  @Bean
  StoryClock clock(ApplicationEventPublisher events) {
    return new StoryClock(events);
  }

  @Bean
  StoryPhones phones() {
    return new StoryPhones();
  }

  @Bean
  Carrier storyTexts(StoryPhones phones) {
    return new StoryCarrier(Channel.SMS, phones);
  }

  @Bean
  Carrier storyMail(StoryPhones phones) {
    return new StoryCarrier(Channel.EMAIL, phones);
  }
}
