package uk.attendance.school;

/** A trust that runs several schools: {@code raleigh}. */
public record TrustId(String value) {

  public TrustId {
    if (!value.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || value.length() > 40) {
      throw new IllegalArgumentException(
          "trust id '" + value + "': needs kebab-case of at most 40 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
