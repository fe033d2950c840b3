package uk.attendance.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that say where the demonstration stands and how far each school's files came in. */
final class Standings {

  private final JdbcClient jdbc;

  Standings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty in a database that was never loaded. */
  Optional<Standing> standing() {
    return jdbc.sql("select anchor, stands_on, minutes_on from demonstration")
        .query(
            (row, n) ->
                new Standing(
                    World.on(row.getObject("anchor", LocalDate.class)),
                    row.getObject("stands_on", LocalDate.class),
                    row.getInt("minutes_on")))
        .optional();
  }

  void begin(LocalDate anchor) {
    jdbc.sql("insert into demonstration (id, anchor, stands_on) values (1, :anchor, :anchor)")
        .param("anchor", anchor)
        .update();
  }

  /**
   * @return false when it does not stand there any more: somebody else has moved it on
   */
  boolean moveOn(LocalDate from, LocalDate to) {
    return jdbc.sql(
                "update demonstration set stands_on = :to, minutes_on = 0 where stands_on = :from")
            .param("from", from)
            .param("to", to)
            .update()
        == 1;
  }

  /**
   * Moves on within the day.
   *
   * @return false when it does not stand there any more
   */
  boolean moveOn(Standing from, int minutes) {
    return jdbc.sql(
                """
                update demonstration set minutes_on = :to
                where stands_on = :day and minutes_on = :from
                """)
            .param("to", from.minutes() + minutes)
            .param("day", from.morning())
            .param("from", from.minutes())
            .update()
        == 1;
  }

  /** The morning of a school's last files. */
  Optional<LocalDate> broughtInUntil(MadeUpSchool school) {
    return jdbc.sql("select brought_in_until from demonstration_school where school_id = :school")
        .param("school", school.id())
        .query(LocalDate.class)
        .optional();
  }

  void broughtIn(MadeUpSchool school, LocalDate morning) {
    jdbc.sql(
            """
            merge into demonstration_school t
            using (values (cast(:school as varchar(40)), cast(:morning as date))) s (id, morning)
            on (t.school_id = s.id)
            when matched then update set brought_in_until = s.morning
            when not matched then insert (school_id, brought_in_until) values (s.id, s.morning)
            """)
        .param("school", school.id())
        .param("morning", morning)
        .update();
  }
}
