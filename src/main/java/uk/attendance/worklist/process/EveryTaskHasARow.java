package uk.attendance.worklist.process;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.Invariant;

/** The worklist holds the open tasks of all cases, and nothing else. */
@Component
class EveryTaskHasARow implements Invariant {

  private final JdbcClient jdbc;

  EveryTaskHasARow(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String id() {
    return "I9";
  }

  @Override
  public String sentence() {
    return "worklist rows equal engine tasks, with the same due date";
  }

  @Override
  public List<String> broken() {
    return Stream.of(
            lines(
                "task %s has no worklist row",
                """
                select t.ID_ from ACT_RU_TASK t
                join case_file c on c.instance_id = t.PROC_INST_ID_
                where not exists (select 1 from worklist w where w.task_id = t.ID_)
                order by t.ID_
                """),
            lines(
                "worklist row %s has no task",
                """
                select w.task_id from worklist w
                where not exists (select 1 from ACT_RU_TASK t where t.ID_ = w.task_id)
                order by w.task_id
                """),
            lines(
                "task %s is due at another time than its deadline",
                """
                select w.task_id from worklist w join case_deadline d on d.task_id = w.task_id
                where d.due_at <> w.due_at or d.state <> 'OPEN'
                order by w.task_id
                """),
            lines(
                "worklist row %s says otherwise than the hold on its pupil",
                """
                select w.task_id from worklist w
                where w.on_hold <> (
                  select count(*) > 0 from case_hold h where h.open_pupil = w.pupil_id)
                order by w.task_id
                """))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> lines(String words, String query) {
    return jdbc.sql(query).query(String.class).list().stream().map(words::formatted).toList();
  }
}
