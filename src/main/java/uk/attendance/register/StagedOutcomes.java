package uk.attendance.register;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** What staged marks would do to the register as it stands at this moment. */
@Repository
class StagedOutcomes {

  private final JdbcClient jdbc;
  private final RegisterRules rules;

  StagedOutcomes(JdbcClient jdbc, RegisterRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
  }

  private record Group(
      long pupil,
      String outcome,
      int marks,
      int planned,
      int conflicts,
      LocalDate first,
      LocalDate last) {

    private boolean writes() {
      return switch (outcome) {
        case "NEW", "CHANGED", "BLANKED", "DETAILED" -> true;
        default -> false;
      };
    }
  }

  /**
   * @param stop why a person is asked first, unless they have said yes already
   * @param pupils whose marks would be written
   * @param first first day with a mark that would be written; null without any
   */
  record Summary(
      ImportCounts counts,
      BrakeFigures brakes,
      Optional<String> stop,
      Set<PupilId> pupils,
      @Nullable LocalDate first,
      @Nullable LocalDate last) {}

  Summary summary(RegisterImport file) {
    List<Group> groups =
        jdbc.sql(
                """
                select pupil_id, outcome, count(*) as marks,
                  count(case when from_plan and outcome in ('NEW', 'CHANGED') then 1 end) as planned,
                  count(conflict_with) as conflicts,
                  min(marked_on) as first_day, max(marked_on) as last_day
                from staged_outcome where import_id = :id group by pupil_id, outcome
                """)
            .param("id", file.id().value())
            .query(
                (row, n) ->
                    new Group(
                        row.getLong("pupil_id"),
                        row.getString("outcome"),
                        row.getInt("marks"),
                        row.getInt("planned"),
                        row.getInt("conflicts"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
            .list();
    List<Group> writing = groups.stream().filter(Group::writes).toList();
    ImportCounts counts = counts(file.counts(), groups);
    BrakeFigures brakes = brakes(file);
    return new Summary(
        counts,
        brakes,
        file.brakesAnswered() ? Optional.empty() : brakes.stop(counts, rules.brakes(file.school())),
        writing.stream().map(group -> new PupilId(group.pupil())).collect(toSet()),
        writing.stream().map(Group::first).min(LocalDate::compareTo).orElse(null),
        writing.stream().map(Group::last).max(LocalDate::compareTo).orElse(null));
  }

  private static ImportCounts counts(ImportCounts read, List<Group> groups) {
    return new ImportCounts(
        read.rows(),
        read.read(),
        read.rejected(),
        read.repeated(),
        sum(groups, "NEW"),
        sum(groups, "CHANGED"),
        sum(groups, "BLANKED"),
        sum(groups, "DETAILED"),
        // blanks that could not be marks anyway were never staged
        read.read() - read.rejected() - read.repeated() - sum(groups) + sum(groups, "UNCHANGED"),
        sum(groups, "OLDER"),
        sum(groups, "KEPT"),
        groups.stream().mapToInt(Group::planned).sum(),
        groups.stream().mapToInt(Group::conflicts).sum());
  }

  private static int sum(List<Group> groups, String outcome) {
    return groups.stream()
        .filter(group -> group.outcome().equals(outcome))
        .mapToInt(Group::marks)
        .sum();
  }

  private static int sum(List<Group> groups) {
    return groups.stream().mapToInt(Group::marks).sum();
  }

  private BrakeFigures brakes(RegisterImport file) {
    return new BrakeFigures(held(file), families(file.school()), familiesToContact(file.id()));
  }

  private int held(RegisterImport file) {
    return jdbc.sql(
            """
            select count(*) from mark
            where school_id = :school and marked_on between :first and :last and code <> '-'
            """)
        .param("school", file.school().value())
        .param("first", file.firstDay())
        .param("last", file.lastDay())
        .query(Integer.class)
        .single();
  }

  private int families(SchoolId school) {
    return jdbc.sql(
            """
            select count(distinct coalesce(family, 'pupil ' || admission_no)) from pupil
            where school_id = :school and leaving_date is null
            """)
        .param("school", school.value())
        .query(Integer.class)
        .single();
  }

  /** On the day that has most: a term's file is not many families at once, a broken day is. */
  private int familiesToContact(ImportId id) {
    return jdbc.sql(
            """
            select coalesce(max(n), 0) from (
              select count(distinct coalesce(p.family, 'pupil ' || p.admission_no)) as n
              from staged_outcome o join pupil p on p.id = o.pupil_id
              where o.import_id = :id and o.outcome in ('NEW', 'CHANGED') and not o.settled
                and not o.from_plan
              group by o.marked_on
            ) a_day
            """)
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  /** One staged mark and what it does, for a preview. */
  record Outcome(
      int line,
      PupilId pupil,
      LocalDate day,
      Session session,
      @Nullable String was,
      String code,
      @Nullable String conflictWith,
      boolean fromPlan) {}

  List<Outcome> first(ImportId id, String outcome, int atMost) {
    return outcomes(id, "outcome = '" + outcome + "'", atMost);
  }

  List<Outcome> conflicts(ImportId id, int atMost) {
    return outcomes(id, "conflict_with is not null", atMost);
  }

  private List<Outcome> outcomes(ImportId id, String condition, int atMost) {
    return jdbc.sql(
            "select * from staged_outcome where import_id = :id and "
                + condition
                + " order by line, marked_on, session limit :atMost")
        .param("id", id.value())
        .param("atMost", atMost)
        .query(
            (row, n) ->
                new Outcome(
                    row.getInt("line"),
                    new PupilId(row.getLong("pupil_id")),
                    row.getObject("marked_on", LocalDate.class),
                    Session.valueOf(row.getString("session")),
                    row.getString("was"),
                    row.getString("code"),
                    row.getString("conflict_with"),
                    row.getBoolean("from_plan")))
        .list();
  }
}
