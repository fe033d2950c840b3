package uk.attendance.letter;

import org.jspecify.annotations.Nullable;
import uk.attendance.school.SchoolId;

/**
 * A message as a carrier gets it.
 *
 * @param school whose message it is
 * @param mailId stable: the same message handed over twice bears the same one
 * @param fromName the school
 * @param fromEmail where answers go; null where the school has named none
 * @param address a mail address, a number to text, or the lines of a postal address
 * @param pdf the letter on paper; null by other ways
 */
public record Outgoing(
    SchoolId school,
    String mailId,
    String fromName,
    @Nullable String fromEmail,
    String toName,
    String address,
    String subject,
    String text,
    String html,
    byte @Nullable [] pdf) {}
