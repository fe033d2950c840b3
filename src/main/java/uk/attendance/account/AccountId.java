package uk.attendance.account;

/** A person who can sign in. */
public record AccountId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
