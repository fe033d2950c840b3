package uk.attendance.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.account.Actor;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/** Where holds are stored; one at a time for a pupil. */
@Repository
class HoldTable {

  private final JdbcClient jdbc;

  HoldTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Hold> of(PupilId pupil) {
    return jdbc.sql("select * from case_hold where open_pupil = :pupil")
        .param("pupil", pupil.value())
        .query(HoldTable::hold)
        .optional();
  }

  List<Hold> at(SchoolId school) {
    return jdbc.sql(
            """
            select * from case_hold where school_id = :school and open_pupil is not null
            order by case when review_on is null then 1 else 0 end, review_on, id
            """)
        .param("school", school.value())
        .query(HoldTable::hold)
        .list();
  }

  List<Hold> everOf(PupilId pupil) {
    return jdbc.sql("select * from case_hold where pupil_id = :pupil order by id desc")
        .param("pupil", pupil.value())
        .query(HoldTable::hold)
        .list();
  }

  /** Whether there was none. */
  boolean insert(
      SchoolId school,
      PupilId pupil,
      String reason,
      @Nullable LocalDate reviewOn,
      Actor by,
      Instant now) {
    return jdbc.sql(
                """
                insert into case_hold (school_id, pupil_id, open_pupil, reason, review_on, placed_by,
                  placed_title, placed_at)
                select cast(:school as varchar(40)), cast(:pupil as bigint), cast(:pupil as bigint),
                  cast(:reason as varchar(1000)), cast(:reviewOn as date), cast(:by as varchar(120)),
                  cast(:title as varchar(120)), cast(:now as timestamp with time zone)
                where not exists (select 1 from case_hold where open_pupil = :pupil)
                """)
            .param("school", school.value())
            .param("pupil", pupil.value())
            .param("reason", reason)
            .param("reviewOn", reviewOn)
            .param("by", by.name())
            .param("title", by.title())
            .param("now", TimelineTable.utc(now))
            .update()
        > 0;
  }

  void release(Hold hold, Actor by, Instant now) {
    jdbc.sql(
            """
            update case_hold set open_pupil = null, released_by = :by, released_title = :title,
              released_at = :now
            where id = :id
            """)
        .param("by", by.name())
        .param("title", by.title())
        .param("now", TimelineTable.utc(now))
        .param("id", hold.id())
        .update();
  }

  private static Hold hold(ResultSet row, int n) throws SQLException {
    OffsetDateTime released = row.getObject("released_at", OffsetDateTime.class);
    return new Hold(
        row.getLong("id"),
        new SchoolId(row.getString("school_id")),
        new PupilId(row.getLong("pupil_id")),
        row.getString("reason"),
        row.getObject("review_on", LocalDate.class),
        row.getString("placed_by"),
        row.getString("placed_title"),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        row.getString("released_by"),
        released == null ? null : released.toInstant());
  }
}
