package uk.attendance.policy;

/**
 * A pack as it was: its own version and that of the national pack it stands on, such as {@code
 * 2024-09.1+2024-08.1}. A case remembers it.
 */
public record PackVersion(String pack, String version) {

  @Override
  public String toString() {
    return pack + " " + version;
  }
}
