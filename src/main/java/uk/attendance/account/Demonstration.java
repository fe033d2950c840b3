package uk.attendance.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The demonstration, when it is on: every page says so, and the sign-in page offers its made-up
 * people. There is no such bean in production.
 */
public interface Demonstration {

  /** Where its clock stands: "Monday 3 November 2025, 09:30". */
  String clock();

  /** The day on which it stands. */
  LocalDate day();

  /** The moment at which it stands. */
  Instant now();

  /** Where it moves on to: "Tuesday 4 November 2025". */
  String next();

  /** The password of every made-up person; known to all, good for nothing else. */
  String password();

  List<Place> places();

  /** A school or a trust and its people. */
  record Place(String name, List<Person> people) {}

  /**
   * @param role what the person does there, in words
   */
  record Person(String name, String role, String email) {}
}
