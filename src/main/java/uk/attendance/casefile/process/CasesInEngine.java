package uk.attendance.casefile.process;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.BeforeCommit;
import uk.attendance.casefile.CaseDeadline;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.CaseRows;
import uk.attendance.casefile.DeadlineState;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.Retrying;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.TaskNotOpen;
import uk.attendance.casefile.Timeline;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.OneLook;

/** Cases are run by the engine, one process instance each; the case row names it. */
@Component
class CasesInEngine implements RunningCases {

  private final EngineCommands commands;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final CaseRows rows;
  private final CaseFiles cases;
  private final Deadlines deadlines;
  private final Timeline timeline;
  private final Pupils pupils;
  private final BeforeCommit beforeCommit;
  private final Retrying retrying;

  CasesInEngine(
      EngineCommands commands,
      @Lazy RuntimeService runtime,
      @Lazy TaskService tasks,
      CaseRows rows,
      CaseFiles cases,
      Deadlines deadlines,
      Timeline timeline,
      Pupils pupils,
      BeforeCommit beforeCommit,
      Retrying retrying) {
    this.commands = commands;
    this.runtime = runtime;
    this.tasks = tasks;
    this.rows = rows;
    this.cases = cases;
    this.deadlines = deadlines;
    this.timeline = timeline;
    this.pupils = pupils;
    this.beforeCommit = beforeCommit;
    this.retrying = retrying;
  }

  @Override
  public Optional<CaseId> open(Opening opening, Actor by) {
    CaseVariables.checked(opening.facts());
    return asOneLook(
        () -> {
          Optional<CaseFile> opened = rows.insert(opening, businessKey(opening));
          opened.ifPresent(
              file -> {
                timeline.write(
                    file.id(),
                    EntryKind.OPENED,
                    opening.process(),
                    opening.why().words(),
                    opening.why(),
                    null,
                    by);
                commands.together(() -> start(file, opening.facts()));
              });
          return opened.map(CaseFile::id);
        });
  }

  /** One transaction of its own is one look; what joins another's looks as that one does. */
  private <T> T asOneLook(Supplier<T> work) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? work.get()
        : OneLook.during(
            () ->
                retrying.inOneTransaction(
                    () -> {
                      OneLook.forgetAll();
                      return work.get();
                    }));
  }

  @Override
  public boolean tell(CaseId id, String message, Map<String, Object> facts, Actor by) {
    CaseVariables.checked(facts);
    return retrying.inOneTransaction(
        () -> {
          CaseFile file = cases.get(id);
          boolean heard =
              file.isOpen()
                  && commands.tell(
                      file.instance(),
                      message,
                      facts,
                      () -> write(id, EntryKind.TOLD, message, by));
          if (!heard) {
            write(id, EntryKind.UNHEARD, message, by);
          }
          return heard;
        });
  }

  @Override
  public void tellAfterwards(CaseId id, String message, Map<String, Object> facts, Actor by) {
    CaseVariables.checked(facts);
    beforeCommit.next(() -> tell(id, message, facts, by));
  }

  @Override
  public void openAfterwards(Opening opening, Actor by) {
    CaseVariables.checked(opening.facts());
    beforeCommit.next(() -> open(opening, by));
  }

  @Override
  public void complete(TaskId task, Map<String, Object> facts, Actor by) {
    CaseVariables.checked(facts);
    retrying.inOneTransaction(
        () -> {
          CaseDeadline deadline =
              deadlines
                  .of(task)
                  .filter(found -> found.state() == DeadlineState.OPEN)
                  .orElseThrow(() -> new TaskNotOpen(task));
          timeline.write(
              deadline.caseId(),
              EntryKind.ANSWERED,
              deadline.element(),
              deadline.what(),
              null,
              task.value(),
              by);
          tasks.complete(task.value(), facts);
          return task;
        });
  }

  @Override
  public void reopen(CaseId id, Map<String, Object> facts, Actor by) {
    CaseVariables.checked(facts);
    retrying.inOneTransaction(
        () -> {
          CaseFile closed = cases.get(id);
          rows.reopened(closed);
          timeline.write(id, EntryKind.REOPENED, closed.process(), "Opened again", null, null, by);
          start(closed, facts);
          return id;
        });
  }

  @Override
  public void together(Runnable work) {
    retrying.inOneTransaction(
        () -> {
          commands.together(work);
          return true;
        });
  }

  private void start(CaseFile file, Map<String, Object> facts) {
    runtime.startProcessInstanceByKey(
        file.process(), file.businessKey(), CaseVariables.of(file, facts));
  }

  private void write(CaseId id, EntryKind kind, String message, Actor by) {
    String words = message.replace('-', ' ');
    timeline.write(
        id,
        kind,
        message,
        Character.toUpperCase(words.charAt(0)) + words.substring(1),
        null,
        null,
        by);
  }

  private String businessKey(Opening opening) {
    String admissionNo =
        pupils
            .byId(opening.pupil(), Scope.ofTheSystem(opening.school()))
            .map(Pupil::admissionNo)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "opening a case of pupil %s at school %s: no such pupil there"
                            .formatted(opening.pupil(), opening.school())));
    return String.join(
        "/",
        opening.process(),
        opening.school().value(),
        admissionNo,
        opening.startedOn().toString());
  }
}
