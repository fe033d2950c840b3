package uk.attendance.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.letter.MessageId;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** What became of the links in messages, in words for staff; never the links themselves. */
@Component
public class LinkStates {

  private final Links links;
  private final Replies replies;
  private final Clock clock;

  LinkStates(Links links, Replies replies, Clock clock) {
    this.links = links;
    this.replies = replies;
    this.clock = clock;
  }

  /** Of those messages that went with a link. */
  public Map<MessageId, String> inWords(Collection<MessageId> messages) {
    Set<MessageId> answered = replies.answered(messages);
    Map<MessageId, String> words = new LinkedHashMap<>();
    for (Link link : links.of(messages)) {
      words.put(link.message(), words(link, answered.contains(link.message())));
    }
    return words;
  }

  private String words(Link link, boolean answered) {
    Instant now = clock.instant();
    if (link.lockedAt() != null) {
      return answered
          ? "answered by link, which was locked after wrong dates of birth later"
          : "link locked after wrong dates of birth";
    }
    if (answered) {
      return "answered by link";
    }
    if (!link.isLive(now)) {
      return link.openedAt() == null
          ? "link ended without an answer"
          : "link opened and ended without an answer";
    }
    return "%s, open to the end of %s"
        .formatted(
            link.openedAt() == null
                ? "link not answered yet"
                : "link opened with the date of birth, not answered yet",
            DayWords.full(SchoolCalendar.dayOf(link.expiresAt().minusMillis(1))));
  }
}
