package uk.attendance.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.SchoolId;

/**
 * How a school reaches GOV.UK Notify, without its key.
 *
 * @param keyEnds the last characters of the key, to tell it from another
 * @param templateId of the text template that is nothing but {@code ((message))}
 * @param senderId whom texts are from; null: the service's own default
 * @param letters whether letters on paper go by Notify too
 * @param tokenSince when the token of its callbacks was made; null: there is none
 * @param refusedAt since when Notify takes nothing from the school; null: all is well
 * @param restsUntil when a limit of Notify's is over; null or past: none is reached
 */
public record NotifySchool(
    SchoolId school,
    String baseUrl,
    String keyEnds,
    Instant keySince,
    String templateId,
    @Nullable String senderId,
    boolean letters,
    @Nullable Instant tokenSince,
    @Nullable Instant refusedAt,
    @Nullable String refusedWords,
    @Nullable Instant restsUntil) {

  public boolean isRefused() {
    return refusedAt != null;
  }
}
