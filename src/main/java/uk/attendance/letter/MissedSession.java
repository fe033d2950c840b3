package uk.attendance.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.attendance.school.DayWords;
import uk.attendance.school.Session;

/** Half a day that a letter speaks of. */
public record MissedSession(LocalDate day, Session session) {

  /** A line a day, in order: "Monday 3 November 2025, morning and afternoon". */
  static List<String> lines(Collection<MissedSession> sessions) {
    Map<LocalDate, Set<Session>> days = new TreeMap<>();
    sessions.forEach(
        missed ->
            days.computeIfAbsent(missed.day, day -> EnumSet.noneOf(Session.class))
                .add(missed.session));
    List<String> lines = new ArrayList<>();
    days.forEach(
        (day, halves) ->
            lines.add(
                "%s, %s"
                    .formatted(
                        DayWords.full(day),
                        halves.stream().map(Session::words).collect(Collectors.joining(" and ")))));
    return lines;
  }

  /** As it is kept: {@code 2025-11-03/AM}. */
  @Override
  public String toString() {
    return day + "/" + session;
  }

  static MissedSession parse(String kept) {
    String[] parts = kept.split("/");
    return new MissedSession(LocalDate.parse(parts[0]), Session.valueOf(parts[1]));
  }
}
