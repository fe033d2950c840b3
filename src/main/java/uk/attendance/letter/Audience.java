package uk.attendance.letter;

import java.util.Arrays;
import java.util.Optional;

/** Whom a letter is for, in the words of the packs ({@code to}). */
enum Audience {
  /** Parental responsibility or lives with the pupil. */
  PARENTS("parents", "each contactable parent"),
  /** Parental responsibility. */
  LEGAL_PARENTS("each legal parent", "each liable parent"),
  AUTHORITY("local authority"),
  /** Everybody who had a letter of the case. */
  WHO_HAD_THE_FIRST("whoever had the first letter"),
  /** Contacts that the case names. */
  NAMED("applicant", "each parent who allowed it");

  private final String[] words;

  Audience(String... words) {
    this.words = words;
  }

  static Optional<Audience> of(String to) {
    return Arrays.stream(values())
        .filter(audience -> Arrays.asList(audience.words).contains(to))
        .findFirst();
  }
}
