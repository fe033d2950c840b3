package uk.attendance.register;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.CalendarChanged;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.SchoolYear;
import uk.attendance.school.Schools;
import uk.attendance.school.Session;

/**
 * Keeps the figures of pupils whose marks changed, in the transaction that changed them, so that a
 * correction counts at once (NF-R5). Figures are counted anew from the marks of the year, never
 * adjusted: whatever order marks come in, the same marks give the same figures.
 */
@Component
public class KeepingFigures {

  /** Pupils whose marks are read by one query; about 100,000 marks late in a year. */
  private static final int CHUNK = 250;

  private final NamedParameterJdbcTemplate jdbc;
  private final Schools schools;
  private final Calendars calendars;
  private final PolicyPacks packs;
  private final Clock clock;

  KeepingFigures(
      NamedParameterJdbcTemplate jdbc,
      Schools schools,
      Calendars calendars,
      PolicyPacks packs,
      Clock clock) {
    this.jdbc = jdbc;
    this.schools = schools;
    this.calendars = calendars;
    this.packs = packs;
    this.clock = clock;
  }

  @EventListener
  void marksRecorded(MarksRecorded recorded) {
    keep(
        recorded.school(),
        calendars.of(recorded.school()),
        recorded.pupils().stream().map(PupilId::value).toList(),
        recorded.first(),
        recorded.last());
  }

  /** Closing a day or moving a term moves windows and runs of everybody. */
  @EventListener
  void calendarChanged(CalendarChanged changed) {
    Map<String, Object> school = Map.of("school", changed.school().value());
    List<Long> pupils =
        jdbc.queryForList(
            "select distinct pupil_id from mark where school_id = :school", school, Long.class);
    if (pupils.isEmpty()) {
      return;
    }
    LocalDate first =
        jdbc.queryForObject(
            "select min(marked_on) from mark where school_id = :school", school, LocalDate.class);
    jdbc.update("delete from pupil_figures where school_id = :school", school);
    keep(changed.school(), changed.after(), pupils, first, LocalDate.now(clock));
  }

  private void keep(
      SchoolId school,
      SchoolCalendar calendar,
      Collection<Long> pupils,
      LocalDate first,
      LocalDate last) {
    FigureRules rules = FigureRules.of(packs.pack(schools.get(school).pack()));
    List<Long> all = List.copyOf(pupils);
    for (SchoolYear year : years(calendar, first, last)) {
      for (int from = 0; from < all.size(); from += CHUNK) {
        List<Long> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
        write(school, year, count(chunk, rules, calendar, year), chunk);
      }
    }
  }

  /**
   * The school years that a change of these days touches: their own, and every later one up to
   * today's, whose windows and runs may reach back. Days that the calendar does not know have no
   * school year; they are counted when their terms are brought in.
   */
  private List<SchoolYear> years(SchoolCalendar calendar, LocalDate first, LocalDate last) {
    Map<LocalDate, SchoolYear> years = new TreeMap<>();
    LocalDate today = LocalDate.now(clock);
    LocalDate until = today.isAfter(last) ? today : last;
    for (LocalDate day = first; !day.isAfter(until); day = day.plusDays(1)) {
      if (calendar.covers(day)) {
        SchoolYear year = calendar.schoolYear(day);
        years.put(year.first(), year);
        day = year.last();
      }
    }
    return List.copyOf(years.values());
  }

  private Map<Long, Figures> count(
      List<Long> pupils, FigureRules rules, SchoolCalendar calendar, SchoolYear year) {
    Map<Long, FigureCount> counts = new HashMap<>();
    jdbc.query(
        """
        select pupil_id, marked_on, session, code from mark
        where pupil_id in (:pupils) and marked_on between :first and :last
        order by pupil_id, marked_on, session
        """,
        Map.of(
            "pupils",
            pupils,
            "first",
            Date.valueOf(FigureCount.firstDay(rules, calendar, year)),
            "last",
            Date.valueOf(year.last())),
        row -> {
          counts
              .computeIfAbsent(row.getLong(1), id -> new FigureCount(rules, calendar, year))
              .add(
                  row.getObject(2, LocalDate.class),
                  Session.valueOf(row.getString(3)),
                  row.getString(4));
        });
    Map<Long, Figures> figures = new HashMap<>();
    counts.forEach((pupil, count) -> count.figures().ifPresent(f -> figures.put(pupil, f)));
    return figures;
  }

  private void write(
      SchoolId school, SchoolYear year, Map<Long, Figures> figures, List<Long> pupils) {
    int schoolYear = year.first().getYear();
    List<Map.Entry<Long, Figures>> rows = new ArrayList<>(figures.entrySet());
    rows.sort(Map.Entry.comparingByKey());
    JdbcTemplate batches = jdbc.getJdbcTemplate();
    batches.batchUpdate(
        FigureColumns.MERGE,
        rows,
        CHUNK,
        (statement, row) ->
            FigureColumns.set(statement, row.getKey(), schoolYear, school.value(), row.getValue()));
    Set<Long> without = new java.util.HashSet<>(pupils);
    without.removeAll(figures.keySet());
    if (!without.isEmpty()) {
      jdbc.update(
          "delete from pupil_figures where pupil_id in (:pupils) and school_year = :year",
          Map.of("pupils", without, "year", schoolYear));
    }
  }
}
