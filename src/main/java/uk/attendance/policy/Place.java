package uk.attendance.policy;

/** Where something stands in a pack, such as {@code policies/dothill/policy.yaml:12}. */
public record Place(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
