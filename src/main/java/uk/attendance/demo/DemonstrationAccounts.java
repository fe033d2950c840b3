package uk.attendance.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.Demonstration;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** What every page says about the demonstration, and whom the sign-in page offers. */
@Component
@Profile("demo")
class DemonstrationAccounts implements Demonstration {

  private final DemoClock clock;
  private final MovingOn moving;
  private final List<Place> places;

  DemonstrationAccounts(DemoClock clock, MovingOn moving, EmployingStaff staff) {
    this.clock = clock;
    this.moving = moving;
    Map<String, Place> places = new LinkedHashMap<>();
    for (MadeUpSchool school : MadeUpSchools.all()) {
      if (school.trust() != null) {
        places.putIfAbsent(
            school.trust(),
            new Place(
                String.valueOf(school.trustName()),
                people(MadeUpStaff.ofTheTrustOf(school), school, staff)));
      }
      places.put(
          school.id(), new Place(school.name(), people(MadeUpStaff.of(school), school, staff)));
    }
    this.places = List.copyOf(places.values());
  }

  private static List<Person> people(
      List<MadeUpStaff.Member> members, MadeUpSchool school, EmployingStaff staff) {
    List<Person> people = new ArrayList<>();
    boolean teacher = false;
    for (MadeUpStaff.Member member : members) {
      if (member.taught() != null && teacher) {
        continue;
      }
      teacher = member.taught() != null;
      String title = staff.title(member, school);
      String role = member.role().words();
      String own = member.taught() != null ? member.taught() : title;
      people.add(
          new Person(
              member.name(),
              own.equalsIgnoreCase(role) ? role : role + " – " + own,
              member.email()));
    }
    return List.copyOf(people);
  }

  @Override
  public String clock() {
    return DayWords.full(clock.day())
        + ", "
        + LocalTime.ofInstant(clock.instant(), SchoolCalendar.ZONE);
  }

  @Override
  public LocalDate day() {
    return clock.day();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public String next() {
    return DayWords.full(moving.next());
  }

  @Override
  public String password() {
    return EmployingStaff.PASSWORD;
  }

  @Override
  public List<Place> places() {
    return places;
  }

  /** Everybody, a line each, for whoever started the program. */
  Stream<String> lines() {
    return places.stream()
        .flatMap(
            place ->
                Stream.concat(
                    Stream.of("  " + place.name()),
                    place.people().stream()
                        .map(person -> "    %-52s %s".formatted(person.email(), person.role()))));
  }
}
