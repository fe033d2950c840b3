package uk.attendance.scenario;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.Role;
import uk.attendance.policy.Place;
import uk.attendance.pupil.Flag;
import uk.attendance.school.Session;

/**
 * A policy told as a story: a small made-up school, what happens there, and what should follow.
 *
 * @param pack the policy pack its school runs
 * @param academy which school of a trust's pack; null for a single school's
 * @param people staff beside the one person of each role, by id
 * @param marks history before the story; a later row overrides an earlier one
 */
record Story(
    String file,
    String title,
    String pack,
    @Nullable String academy,
    Year year,
    Map<String, Child> pupils,
    Map<String, Person> contacts,
    Map<String, Role> people,
    List<History> marks,
    List<Step> steps) {

  /**
   * @param closed days on which the school is closed, weekends left out or not
   */
  record Year(LocalDate from, LocalDate to, List<Range> closed) {}

  /** Both days included. */
  record Range(LocalDate from, LocalDate to) {

    boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /**
   * @param compulsoryAge whether the law wants the pupil in school this year
   */
  record Child(
      Place place,
      String id,
      String year,
      LocalDate entered,
      Set<Flag> flags,
      boolean compulsoryAge,
      @Nullable String family) {}

  /**
   * @param columns of {@code contacts.csv}, as the story fills them
   * @param hasAddress whether a letter can be posted
   */
  record Person(
      Place place,
      String id,
      List<String> of,
      Map<String, String> columns,
      @Nullable String address,
      boolean hasAddress) {}

  record History(
      Place place,
      String pupil,
      LocalDate from,
      LocalDate to,
      @Nullable String am,
      @Nullable String pm) {}

  /**
   * @param at where the clock moves; null: it stays
   */
  record Step(
      Place place,
      @Nullable LocalDateTime at,
      List<Happening> happenings,
      List<Expectation> expectations) {

    /** What a refusal of the step has to hold; empty where it must not be refused. */
    List<Expectation.Refused> refusals() {
      return expectations.stream()
          .filter(Expectation.Refused.class::isInstance)
          .map(Expectation.Refused.class::cast)
          .toList();
    }
  }

  /** One mark in a file. */
  record Entry(String pupil, LocalDate day, Session session, String code) {}
}
