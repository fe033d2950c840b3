package uk.attendance.pupil;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import uk.attendance.school.SchoolId;

/** Writes pupils, and the classes they are in, by one MERGE. */
@Component
class PupilTable {

  private static final Map<String, String> TYPES =
      Stream.concat(
              Stream.of(
                  "school_id varchar(40)",
                  "admission_no varchar(20)",
                  "upn varchar(20)",
                  "first_name varchar(80)",
                  "last_name varchar(80)",
                  "preferred_name varchar(80)",
                  "dob date",
                  "year_group varchar(4)",
                  "entry_date date",
                  "leaving_date date",
                  "family varchar(40)"),
              Flag.columns().stream().map(flag -> flag + " boolean"))
          .map(column -> column.split(" "))
          .collect(
              Collectors.toMap(
                  column -> column[0],
                  column -> column[1],
                  (one, two) -> one,
                  java.util.LinkedHashMap::new));

  private static final String MERGE =
      """
      merge into pupil t using (
        select %s, c.id as class_id
        from (values (1)) as one(n)
        left join school_class c on c.school_id = cast(:school_id as varchar(40)) and c.name = :class_name
      ) s on (t.school_id = s.school_id and t.admission_no = s.admission_no)
      when matched then update set %s, class_id = s.class_id
      when not matched then insert (%s, class_id) values (%s, s.class_id)
      """
          .formatted(
              columns(c -> "cast(:%1$s as %2$s) as %1$s".formatted(c, TYPES.get(c))),
              columns(c -> "%1$s = s.%1$s".formatted(c)),
              columns(c -> c),
              columns(c -> "s." + c));

  private final NamedParameterJdbcTemplate jdbc;

  PupilTable(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void write(SchoolId school, List<PupilRow> rows) {
    makeClasses(
        school,
        rows.stream()
            .map(PupilRow::className)
            .filter(name -> name != null)
            .collect(Collectors.toCollection(TreeSet::new)));
    jdbc.batchUpdate(
        MERGE,
        rows.stream().map(row -> parameters(school, row)).toArray(SqlParameterSource[]::new));
  }

  private void makeClasses(SchoolId school, Collection<String> names) {
    jdbc.batchUpdate(
        """
        merge into school_class t
        using (select cast(:school as varchar(40)) as school_id, cast(:name as varchar(60)) as name) s
        on (t.school_id = s.school_id and t.name = s.name)
        when not matched then insert (school_id, name) values (s.school_id, s.name)
        """,
        names.stream()
            .map(name -> new MapSqlParameterSource("school", school.value()).addValue("name", name))
            .toArray(SqlParameterSource[]::new));
  }

  private static MapSqlParameterSource parameters(SchoolId school, PupilRow row) {
    MapSqlParameterSource parameters =
        new MapSqlParameterSource("school_id", school.value())
            .addValue("admission_no", row.admissionNo())
            .addValue("upn", row.upn(), Types.VARCHAR)
            .addValue("first_name", row.firstName())
            .addValue("last_name", row.lastName())
            .addValue("preferred_name", row.preferredName(), Types.VARCHAR)
            .addValue("dob", row.dob())
            .addValue("year_group", row.year().key())
            .addValue("entry_date", row.entryDate())
            .addValue("leaving_date", row.leavingDate(), Types.DATE)
            .addValue("family", row.family(), Types.VARCHAR)
            .addValue("class_name", row.className(), Types.VARCHAR);
    for (Flag flag : Flag.values()) {
      parameters.addValue(flag.column(), row.flags().contains(flag));
    }
    return parameters;
  }

  private static String columns(UnaryOperator<String> form) {
    return TYPES.keySet().stream().map(form).collect(Collectors.joining(", "));
  }
}
