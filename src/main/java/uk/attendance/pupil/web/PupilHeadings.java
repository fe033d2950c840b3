package uk.attendance.pupil.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.DayWords;

/** Puts together what heads a page about a pupil, from all features that have a part in it. */
@Component
public class PupilHeadings {

  private final Pupils pupils;
  private final List<PupilPart> parts;
  private final Clock clock;

  PupilHeadings(Pupils pupils, List<PupilPart> parts, Clock clock) {
    this.pupils = pupils;
    this.parts = parts;
    this.clock = clock;
  }

  /**
   * @param here the path of the tab that is shown
   */
  public PupilHeading of(Pupil pupil, String here, Scope scope) {
    LocalDate today = LocalDate.now(clock);
    String address = "/pupils/" + pupil.id();
    return new PupilHeading(
        pupil.id().value(),
        pupil.name(),
        line(pupil, today),
        pupils.siblings(pupil, today, scope).stream()
            .map(
                sibling ->
                    new PupilHeading.Sibling(
                        sibling.id().value(),
                        "%s (%s)".formatted(sibling.calledName(), place(sibling))))
            .toList(),
        parts.stream().flatMap(part -> part.badges(pupil, scope).stream()).toList(),
        parts.stream()
            .flatMap(part -> part.tabs(pupil, scope).stream())
            .sorted(Comparator.comparingInt(PupilPart.Tab::order))
            .map(
                tab ->
                    new PupilHeading.Tab(
                        tab.words(), address + tab.path(), tab.path().equals(here)))
            .toList(),
        parts.stream().flatMap(part -> part.actions(pupil, scope).stream()).toList());
  }

  private static String line(Pupil pupil, LocalDate today) {
    LocalDate leaving = pupil.leavingDate();
    String roll = "";
    if (leaving != null) {
      roll = (leaving.isBefore(today) ? " · left on " : " · leaves on ") + DayWords.full(leaving);
    } else if (pupil.entryDate().isAfter(today)) {
      roll = " · joins on " + DayWords.full(pupil.entryDate());
    }
    return "%s · age %d%s".formatted(place(pupil), pupil.age(today), roll);
  }

  private static String place(Pupil pupil) {
    return pupil.className() == null
        ? pupil.year().words()
        : pupil.year().words() + ", " + pupil.className();
  }
}
