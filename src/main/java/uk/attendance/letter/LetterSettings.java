package uk.attendance.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param atOnce messages that a node takes up in one go
 * @param lease how long a node has for one of them before another node looks after it; longer than
 *     all time-outs of the mail server together
 * @param followUpAfter how long after a message was taken its carrier is asked whether it arrived;
 *     after the last, nobody asks any more
 * @param tryAgainAfter waits after a temporary fault, one for each attempt; then it has failed
 */
@ConfigurationProperties("attendance.letters")
record LetterSettings(
    @DefaultValue("20") int atOnce,
    @DefaultValue("5m") Duration lease,
    @DefaultValue({"1m", "5m", "15m", "1h", "4h"}) List<Duration> tryAgainAfter,
    @DefaultValue({"2m", "10m", "30m", "2h", "6h", "1d", "2d", "73h", "6d"})
        List<Duration> followUpAfter) {

  LetterSettings {
    tryAgainAfter = List.copyOf(tryAgainAfter);
    followUpAfter = followUpAfter.stream().sorted().toList();
  }

  /** When a carrier is asked next about a message that it took; null: no more. */
  @Nullable Instant followUp(Instant taken, Instant now) {
    return followUpAfter.stream()
        .map(taken::plus)
        .filter(next -> next.isAfter(now))
        .findFirst()
        .orElse(null);
  }
}
