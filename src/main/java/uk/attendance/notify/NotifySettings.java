package uk.attendance.notify;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param addresses where GOV.UK Notify may be reached; a school chooses among them, so that nobody
 *     points this program at an address of their own
 * @param connectWithin longest wait for a connection
 * @param answerWithin longest wait for an answer; three of both are shorter than the lease of a
 *     message
 */
@ConfigurationProperties("attendance.notify")
public record NotifySettings(
    @DefaultValue("https://api.notifications.service.gov.uk") List<String> addresses,
    @DefaultValue("10s") Duration connectWithin,
    @DefaultValue("60s") Duration answerWithin) {

  public NotifySettings {
    addresses = List.copyOf(addresses);
  }
}
