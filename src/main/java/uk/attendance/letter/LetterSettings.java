package uk.attendance.letter;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param atOnce messages that a node takes up in one go
 * @param lease how long a node has for one of them before another node looks after it; longer than
 *     all time-outs of the mail server together
 * @param tryAgainAfter waits after a temporary fault, one for each attempt; then it has failed
 */
@ConfigurationProperties("attendance.letters")
record LetterSettings(
    @DefaultValue("20") int atOnce,
    @DefaultValue("5m") Duration lease,
    @DefaultValue({"1m", "5m", "15m", "1h", "4h"}) List<Duration> tryAgainAfter) {

  LetterSettings {
    tryAgainAfter = List.copyOf(tryAgainAfter);
  }
}
