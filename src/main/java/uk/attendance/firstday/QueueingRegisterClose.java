package uk.attendance.firstday;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RegisterCode;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.MarksRecorded;
import uk.attendance.school.Schools;

/**
 * Hears of changed marks, in their transaction, and queues the pupils among them whom a register
 * close may concern: with a mark that awaits a reason, with an open case, with somebody to be told
 * of every absence, unseen for days. What we settle ourselves brings about no register close.
 */
@Component
class QueueingRegisterClose {

  private static final int CHUNK = 1000;

  private final RegisterCloseQueue queue;
  private final JdbcClient jdbc;
  private final Schools schools;
  private final PolicyPacks packs;
  private final ThreadLocal<Boolean> ours = ThreadLocal.withInitial(() -> false);

  QueueingRegisterClose(
      RegisterCloseQueue queue, JdbcClient jdbc, Schools schools, PolicyPacks packs) {
    this.queue = queue;
    this.jdbc = jdbc;
    this.schools = schools;
    this.packs = packs;
  }

  /** Marks that follow from an explanation or a decision: nothing new for a register close. */
  void unheard(Runnable settling) {
    ours.set(true);
    try {
      settling.run();
    } finally {
      ours.remove();
    }
  }

  @EventListener
  void hear(MarksRecorded recorded) {
    if (ours.get()) {
      return;
    }
    queue.begin(recorded.school(), recorded.last());
    List<PupilId> pupils = List.copyOf(recorded.pupils());
    Set<PupilId> concerned = new LinkedHashSet<>();
    for (int from = 0; from < pupils.size(); from += CHUNK) {
      concerned.addAll(
          concerned(recorded, pupils.subList(from, Math.min(from + CHUNK, pupils.size()))));
    }
    queue.add(recorded.school(), concerned);
  }

  private List<PupilId> concerned(MarksRecorded recorded, List<PupilId> pupils) {
    PolicyPack pack = packs.pack(schools.get(recorded.school()).pack());
    boolean tells = pack.settings().yes("first-day.tell-workers-of-explained-absence");
    boolean prompts =
        pack.settings().find("first-day.visit-prompt-explained-but-unseen-on-day").isPresent();
    Scope scope = Scope.ofTheSystem(recorded.school());
    return jdbc
        .sql(
            """
            select p.id from pupil p
            where p.id in (:pupils) and %s and (
              exists (select 1 from mark m where m.pupil_id = p.id
                and m.marked_on between :first and :last and m.code in (:unexplained))
              or exists (select 1 from case_file c where c.pupil_id = p.id
                and c.process = :process and c.closed_at is null)
              or (:tells and (p.social_worker or p.protection_plan or p.youth_justice))
              or (:prompts and exists (select 1 from mark m where m.pupil_id = p.id
                and m.marked_on between :first and :last and m.code in (:absent))))
            order by p.id
            """
                .formatted(scope.pupils("p")))
        .params(scope.parameters())
        .param("pupils", pupils.stream().map(PupilId::value).toList())
        .param("first", recorded.first())
        .param("last", recorded.last())
        .param(
            "unexplained",
            pack.codes().ofKind(CodeKind.UNEXPLAINED, recorded.last()).stream()
                .map(RegisterCode::code)
                .toList())
        .param("process", FirstDay.PROCESS)
        .param("tells", tells)
        .param("prompts", prompts)
        .param(
            "absent",
            pack.codes().all().stream()
                .filter(code -> code.holdsOn(recorded.last()))
                .filter(ReadingAbsences::isUnplannedAbsence)
                .map(RegisterCode::code)
                .toList())
        .query(Long.class)
        .list()
        .stream()
        .map(PupilId::new)
        .toList();
  }
}
