package uk.attendance.folder;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a file holds, as far as its name and the names of its columns tell. */
public enum Kind {
  PUPILS("pupils"),
  CONTACTS("contacts"),
  REGISTER("register marks");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /**
   * @param has whether the file has a column, under our name or the school's own
   * @return empty where neither name nor columns say what it is
   */
  static Optional<Kind> of(String fileName, Predicate<String> has) {
    if (has.test("contact_id") || has.test("relationship")) {
      return Optional.of(CONTACTS);
    }
    if (has.test("entry_date") || has.test("dob")) {
      return Optional.of(PUPILS);
    }
    boolean ofPupils = has.test("admission_no") || has.test("upn");
    if (ofPupils && (has.test("code") || has.test("session") || has.test("week_commencing"))) {
      return Optional.of(REGISTER);
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.startsWith("pupil")) {
      return Optional.of(PUPILS);
    }
    if (name.startsWith("contact")) {
      return Optional.of(CONTACTS);
    }
    return name.startsWith("attendance") || name.startsWith("register") || name.startsWith("marks")
        ? Optional.of(REGISTER)
        : Optional.empty();
  }
}
