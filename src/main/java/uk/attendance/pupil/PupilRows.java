package uk.attendance.pupil;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import uk.attendance.account.Scope;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/** Rows of {@code pupil} as one person may see them. */
public final class PupilRows implements RowMapper<Pupil> {

  /** What to select from {@code pupil p left join school_class c on c.id = p.class_id}. */
  public static final String COLUMNS =
      """
      p.id, p.school_id, p.admission_no, p.upn, p.first_name, p.last_name, p.preferred_name, p.dob,
      p.year_group, p.class_id, c.name as class_name, p.entry_date, p.leaving_date, p.family,
      """
          + Flag.columns().stream().map(flag -> "p." + flag).collect(Collectors.joining(", "));

  public static final String FROM = " from pupil p left join school_class c on c.id = p.class_id ";

  private final Scope scope;

  public PupilRows(Scope scope) {
    this.scope = scope;
  }

  @Override
  public Pupil mapRow(ResultSet row, int number) throws SQLException {
    SchoolId school = new SchoolId(row.getString("school_id"));
    Long classId = row.getObject("class_id", Long.class);
    return new Pupil(
        new PupilId(row.getLong("id")),
        school,
        row.getString("admission_no"),
        row.getString("upn"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("preferred_name"),
        row.getDate("dob").toLocalDate(),
        new YearGroup(row.getString("year_group")),
        classId == null ? null : new ClassId(classId),
        row.getString("class_name"),
        row.getDate("entry_date").toLocalDate(),
        dayOrNull(row.getDate("leaving_date")),
        Flag.inSight(scope, school, flags(row)),
        row.getString("family"));
  }

  private static Set<Flag> flags(ResultSet row) throws SQLException {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (Flag flag : Flag.values()) {
      if (row.getBoolean(flag.column())) {
        flags.add(flag);
      }
    }
    return flags;
  }

  private static @Nullable LocalDate dayOrNull(@Nullable Date day) {
    return day == null ? null : day.toLocalDate();
  }
}
