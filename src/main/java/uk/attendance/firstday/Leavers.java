package uk.attendance.firstday;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.RunningCases;
import uk.attendance.school.SchoolId;

/** Pupils whose leaving date has come: every open case of theirs is told. */
@Component
public class Leavers {

  private final JdbcClient jdbc;
  private final RunningCases running;
  private final FirstDayRules rules;

  Leavers(JdbcClient jdbc, RunningCases running, FirstDayRules rules) {
    this.jdbc = jdbc;
    this.running = running;
    this.rules = rules;
  }

  /** Of one school, as at today. */
  @Transactional
  public void workOff(SchoolId school) {
    openCases(school).forEach(id -> running.tell(id, FirstDay.PUPIL_LEFT, Map.of(), Actor.PROGRAM));
  }

  private List<CaseId> openCases(SchoolId school) {
    Scope scope = Scope.ofTheSystem(school);
    return jdbc
        .sql(
            """
            select c.id from case_file c join pupil p on p.id = c.pupil_id
            where c.school_id = :school and c.closed_at is null and p.leaving_date <= :today and %s
            order by c.id
            """
                .formatted(scope.pupils("p")))
        .params(scope.parameters())
        .param("school", school.value())
        .param("today", rules.today())
        .query(Long.class)
        .list()
        .stream()
        .map(CaseId::new)
        .toList();
  }
}
