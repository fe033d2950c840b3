package uk.attendance.account;

import java.io.Serializable;

/**
 * A person who can sign in. It is all that a session remembers of that person, so that a changed
 * role or a closed account takes effect at the next request.
 */
public record AccountId(long value) implements Serializable {

  /** As it stands in an address. */
  public static AccountId of(String text) {
    return new AccountId(Long.parseLong(text));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
