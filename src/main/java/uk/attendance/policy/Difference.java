package uk.attendance.policy;

/** Where a policy says otherwise than the national framework. */
public record Difference(Statement national, Statement pack) {

  public String key() {
    return pack.key();
  }
}
