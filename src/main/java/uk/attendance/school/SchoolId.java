package uk.attendance.school;

/** A school's name in addresses, files and tables: {@code dothill}, {@code raleigh-westbury}. */
public record SchoolId(String value) implements Comparable<SchoolId> {

  public SchoolId {
    if (!value.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || value.length() > 40) {
      throw new IllegalArgumentException(
          "school id '" + value + "': needs kebab-case of at most 40 characters");
    }
  }

  @Override
  public int compareTo(SchoolId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
