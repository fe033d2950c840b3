package uk.attendance.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.WholeProgram;
import uk.attendance.casefile.CaseDeadline;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.DeadlineState;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Invariant;
import uk.attendance.casefile.Retrying;
import uk.attendance.casefile.TaskId;
import uk.attendance.worklist.OpenTask;

/** What reaches a case, and what comes of several things at once. */
class MessagesTest {

  private Talk talk;

  @AfterEach
  void setBack() {
    talk.program.setBack();
  }

  @ParameterizedTest
  @EnumSource
  void reachesEverybodyInTheCaseWhoAwaitsIt(WholeProgram on) {
    talk = new Talk(on);
    CaseId id = talk.open();
    tell(id, "register-closed");
    tell(id, "register-closed");
    assertThat(talk.tasks(id, "ask-again")).hasSize(2);

    assertThat(tell(id, "ladder-stopped")).isTrue();

    assertThat(talk.tasks(id, "ask-again")).isEmpty();
    assertThat(deadlines(id, "ask-again")).allMatch(d -> d.state() == DeadlineState.EXCUSED);
    assertThat(talk.timeline(id))
        .filteredOn(entry -> entry.kind() == EntryKind.WITHDRAWN)
        .hasSize(2);
    assertThat(talk.file(id).isOpen()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void reachesWhoBeganToAwaitItInTheSameCommand(WholeProgram on) {
    talk = new Talk(on);
    CaseId[] id = new CaseId[1];

    talk.running()
        .together(
            () -> {
              id[0] = talk.open();
              assertThat(tell(id[0], "register-closed")).isTrue();
              assertThat(tell(id[0], "register-closed")).isTrue();
              assertThat(tell(id[0], "ladder-stopped")).isTrue();
              assertThat(tell(id[0], "ladder-stopped")).isFalse();
              assertThat(tell(id[0], "pupil-left")).isTrue();
              assertThat(tell(id[0], "pupil-left")).isFalse();
            });

    assertThat(talk.file(id[0]).outcome()).isEqualTo("Pupil left");
  }

  @ParameterizedTest
  @EnumSource
  void isToldByACaseToItselfOnceItsOwnCommandIsOver(WholeProgram on) {
    talk = new Talk(on);
    CaseId id = talk.open();
    tell(id, "register-closed");

    talk.running().complete(talk.tasks(id, "ask-again").get(0).id(), Map.of(), Talk.LEAD);

    assertThat(talk.file(id).outcome()).isEqualTo("Talk not needed");
  }

  @ParameterizedTest
  @EnumSource
  void aCaseIsCalledByItsOwnEndNotByThatOfASideLine(WholeProgram on) {
    talk = new Talk(on);
    CaseId id = talk.open();
    tell(id, "register-closed");
    talk.running().complete(talk.task(id).id(), Map.of(), Talk.LEAD);
    assertThat(talk.file(id).isOpen()).isTrue();

    tell(id, "ladder-stopped");

    assertThat(talk.file(id).outcome()).isEqualTo("Parents talked to");
  }

  @ParameterizedTest
  @EnumSource
  void twoTasksOfOneCaseDoneAtOnceAreBothDone(WholeProgram on) throws Exception {
    talk = new Talk(on);
    CaseId id = talk.open();
    tell(id, "register-closed");
    tell(id, "register-closed");
    List<TaskId> tasks = talk.tasks(id, "ask-again").stream().map(OpenTask::id).toList();
    CyclicBarrier together = new CyclicBarrier(tasks.size());
    ExecutorService people = Executors.newFixedThreadPool(tasks.size());

    List<Future<Boolean>> done =
        people.invokeAll(
            tasks.stream().<Callable<Boolean>>map(task -> () -> complete(task, together)).toList());
    for (Future<Boolean> one : done) {
      assertThat(one.get(1, TimeUnit.MINUTES)).isTrue();
    }
    people.shutdown();

    assertThat(talk.tasks(id, "ask-again")).isEmpty();
    assertThat(talk.timeline(id))
        .filteredOn(entry -> entry.kind() == EntryKind.ANSWERED)
        .extracting(Entry::reference)
        .containsExactlyInAnyOrderElementsOf(tasks.stream().map(TaskId::value).toList());
    for (Invariant invariant : talk.program.invariants("casefile", "worklist")) {
      assertThat(invariant.broken()).as(invariant.sentence()).isEmpty();
    }
  }

  /** The first time round neither is done before both have begun. */
  private boolean complete(TaskId task, CyclicBarrier together) {
    AtomicInteger attempts = new AtomicInteger();
    return talk.program
        .bean(Retrying.class)
        .inOneTransaction(
            () -> {
              if (attempts.getAndIncrement() == 0) {
                await(together);
              }
              talk.running().complete(task, Map.of(), Talk.LEAD);
              return true;
            });
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("waiting for the other one", e);
    }
  }

  private boolean tell(CaseId id, String message) {
    return talk.running().tell(id, message, Map.of(), Talk.LEAD);
  }

  private List<CaseDeadline> deadlines(CaseId id, String element) {
    return talk.program.bean(Deadlines.class).of(id).stream()
        .filter(deadline -> deadline.element().equals(element))
        .toList();
  }
}
