package uk.attendance.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in.
 *
 * @param email lower case; what one signs in with
 * @param title position, as it stands in an amendment (NF-R4)
 * @param invited no password set yet
 * @param closedOn from this day on nobody signs in with it; never deleted, amendments name it
 * @param madeUp belongs to the demonstration
 */
public record Account(
    AccountId id,
    String email,
    String name,
    String title,
    boolean invited,
    @Nullable LocalDate closedOn,
    boolean madeUp) {

  public boolean closed(LocalDate today) {
    return closedOn != null && !today.isBefore(closedOn);
  }

  public SignedIn signedIn() {
    return new SignedIn(id, name, title);
  }
}
