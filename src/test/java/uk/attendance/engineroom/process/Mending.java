package uk.attendance.engineroom.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/** Cases of {@code models/mending.bpmn}, whose timer is due at 09:00 on Monday 3 November 2025. */
public final class Mending {

  public static final Instant DUE = Instant.parse("2025-11-03T09:00:00Z");
  private static final Actor CLERK = new Actor(null, "Pat Clerk", "School secretary");

  private final Beans beans;

  /** Where the program's beans come from. */
  @FunctionalInterface
  public interface Beans {
    <T> T bean(Class<T> type);
  }

  public Mending(Beans beans) {
    this.beans = beans;
    beans
        .bean(RepositoryService.class)
        .createDeployment()
        .name("mending")
        .enableDuplicateFiltering(true)
        .addClasspathResource("models/mending.bpmn")
        .deploy();
  }

  public CaseId open(SchoolId school, PupilId pupil) {
    CaseId id =
        beans
            .bean(RunningCases.class)
            .open(
                new Opening(
                    "mending",
                    "unexplained",
                    school,
                    pupil,
                    beans.bean(PolicyPacks.class).pack("national").version(),
                    LocalDate.parse("2025-11-03"),
                    Map.of("talkWithParentsDue", Date.from(DUE)),
                    Why.of(new RuleId("NF-C2"), "A pipe leaked")),
                CLERK)
            .orElseThrow();
    // another database may have had a case of this number
    FailingStep.mendFor(id.value());
    return id;
  }

  /** A case whose step has failed as often as the engine tries. */
  public CaseId broken(SchoolId school, PupilId pupil) {
    CaseId id = open(school, pupil);
    FailingStep.breakFor(id.value());
    fail(id, 3);
    return id;
  }

  void fail(CaseId id, int times) {
    for (int i = 0; i < times; i++) {
      try {
        management().executeJob(job(id));
      } catch (RuntimeException asItShould) {
        // the engine has written it down
      }
    }
  }

  /** The timer of a case. */
  public String job(CaseId id) {
    Job job =
        management()
            .createJobQuery()
            .processInstanceId(beans.bean(CaseFiles.class).get(id).instance())
            .singleResult();
    return job.getId();
  }

  boolean isDone(CaseId id) {
    return management()
            .createJobQuery()
            .processInstanceId(beans.bean(CaseFiles.class).get(id).instance())
            .count()
        == 0;
  }

  private ManagementService management() {
    return beans.bean(ManagementService.class);
  }
}
