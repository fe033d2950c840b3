package uk.attendance.engineroom.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Holds;
import uk.attendance.engineroom.CheckResult;
import uk.attendance.engineroom.CheckingInvariants;
import uk.attendance.engineroom.EngineRoomSettings;
import uk.attendance.engineroom.EngineWork;
import uk.attendance.engineroom.FailedStep;
import uk.attendance.engineroom.Nodes;
import uk.attendance.engineroom.StuckCase;
import uk.attendance.engineroom.web.EngineRoomPage.Aside;
import uk.attendance.engineroom.web.EngineRoomPage.Broken;
import uk.attendance.engineroom.web.EngineRoomPage.Need;
import uk.attendance.engineroom.web.EngineRoomPage.NodeRow;
import uk.attendance.engineroom.web.EngineRoomPage.Step;
import uk.attendance.engineroom.web.EngineRoomPage.Stuck;
import uk.attendance.engineroom.web.EngineRoomPage.Waiting;
import uk.attendance.firstday.EvaluatingRegisterClose;
import uk.attendance.firstday.EvaluatingRegisterClose.SetAside;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/**
 * Puts the engine room into words. What an administrator sees names cases, never pupils; a case is
 * a link for those alone whose roles show them its pupil.
 */
@Component
class EngineRoomPages {

  static final int LISTED = 50;
  private static final int FOUND_SHOWN = 20;
  private static final String BY_HAND =
      "No button brings it on. Give whoever looks after the program the number of the case; until"
          + " then the school does by hand what its policy asks for.";

  private final EngineWork engine;
  private final WaitingWords waiting;
  private final CheckingInvariants checking;
  private final Nodes nodes;
  private final EvaluatingRegisterClose evaluating;
  private final Opening opening;
  private final EngineRoomSettings settings;
  private final Clock clock;

  EngineRoomPages(
      EngineWork engine,
      WaitingWords waiting,
      CheckingInvariants checking,
      Nodes nodes,
      EvaluatingRegisterClose evaluating,
      Opening opening,
      EngineRoomSettings settings,
      Clock clock) {
    this.engine = engine;
    this.waiting = waiting;
    this.checking = checking;
    this.nodes = nodes;
    this.evaluating = evaluating;
    this.opening = opening;
    this.settings = settings;
    this.clock = clock;
  }

  /** What may be opened from here, and what it is called. */
  @Component
  static class Opening {

    private final CaseFiles cases;
    private final Holds holds;
    private final Schools schools;

    Opening(CaseFiles cases, Holds holds, Schools schools) {
      this.cases = cases;
      this.holds = holds;
      this.schools = schools;
    }

    Optional<CaseFile> of(@Nullable CaseId id, Scope scope) {
      return id == null ? Optional.empty() : cases.find(id, scope);
    }

    boolean hidden(CaseFile file, Scope scope) {
      return holds.hides(file.school(), file.pupil(), scope);
    }

    String school(@Nullable SchoolId id) {
      return id == null ? "" : schools.get(id).name();
    }
  }

  EngineRoomPage of(Scope scope) {
    Set<SchoolId> schools = scope.schoolsWith(Role.ADMIN);
    Instant now = clock.instant();
    List<FailedStep> failed = engine.failed(schools, LISTED + 1);
    List<StuckCase> stuck = engine.stuck(schools, now.minus(settings.lateAfter()), LISTED + 1);
    List<Aside> aside = aside(schools, scope);
    List<Waiting> queues = waiting.of(schools, now);
    CheckResult last = checking.last();
    CheckResult running = checking.running();
    return new EngineRoomPage(
        needs(failed, stuck, aside, queues, last),
        failed.stream().limit(LISTED).map(step -> step(step, scope)).toList(),
        failed.size() > LISTED,
        stuck.stream().limit(LISTED).map(one -> stuck(one, scope)).toList(),
        stuck.size() > LISTED,
        aside,
        queues,
        queues.stream().anyMatch(Waiting::tooLong),
        Ages.of(settings.lateAfter()),
        last == null ? null : check(last),
        running == null ? null : Ages.time(running.begunAt()),
        nodes.seenLately().stream().map(EngineRoomPages::node).toList());
  }

  private static List<Need> needs(
      List<FailedStep> failed,
      List<StuckCase> stuck,
      List<Aside> aside,
      List<Waiting> queues,
      @Nullable CheckResult last) {
    List<Need> needs = new ArrayList<>();
    long givenUp = failed.stream().filter(FailedStep::givenUp).count();
    if (givenUp > 0) {
      needs.add(
          new Need(
              capped(givenUp, "step failed and is", "steps failed and are")
                  + " not tried again without you",
              "failed"));
    }
    if (!stuck.isEmpty()) {
      needs.add(new Need(capped(stuck.size(), "case is stuck", "cases are stuck"), "stuck"));
    }
    if (!aside.isEmpty()) {
      needs.add(new Need("Pupils could not be looked at when their register closed", "set-aside"));
    }
    if (queues.stream().anyMatch(Waiting::tooLong)) {
      needs.add(new Need("Something waits longer than it should", "waiting"));
    }
    if (last != null && !last.broken().isEmpty()) {
      needs.add(new Need("The stored data does not add up", "check"));
    }
    return needs;
  }

  private static String capped(long count, String one, String several) {
    return (count > LISTED ? LISTED + "+" : Long.toString(count))
        + " "
        + (count == 1 ? one : several);
  }

  private Step step(FailedStep step, Scope scope) {
    Optional<CaseFile> file = opening.of(step.caseId(), scope);
    boolean hidden = file.filter(found -> opening.hidden(found, scope)).isPresent();
    return new Step(
        step.job(),
        name(step.caseId(), step.process()),
        href(file),
        opening.school(step.school()),
        hidden ? "A step of a case on hold" : step.step(),
        step.because(),
        Ages.when(step.since()),
        step.givenUp()
            ? (step.tried() == 0 ? "" : Ages.several(step.tried(), "time") + ", given up")
            : Ages.several(step.tried(), "time") + ", tried again by itself");
  }

  private Stuck stuck(StuckCase one, Scope scope) {
    Optional<CaseFile> file = opening.of(one.caseId(), scope);
    boolean hidden = file.filter(found -> opening.hidden(found, scope)).isPresent();
    String where = hidden ? "a step" : "“%s”".formatted(one.where());
    String sentence =
        switch (one.matter()) {
          case NO_PROCESS -> "It is open, but nothing runs for it any more.";
          case NOTHING_MOVES_IT ->
              "It stands at %s, and there is no task, no timer and no message that would take it on."
                  .formatted(where);
          case TIMER_LATE ->
              "%s was due %s and has not gone off."
                  .formatted(hidden ? "A step" : where, Ages.when(one.since()));
          case TIMERS_STOPPED -> "Its timers stand still as under a hold, but no hold is placed.";
        };
    String advice =
        switch (one.matter()) {
          case NO_PROCESS, NOTHING_MOVES_IT -> BY_HAND;
          case TIMER_LATE -> "See below whether a node is up. You can have it done now.";
          case TIMERS_STOPPED -> "Let them run: what fell due meanwhile is done at once.";
        };
    return new Stuck(
        name(one.caseId(), one.process()),
        href(file),
        opening.school(one.school()),
        sentence,
        advice,
        one.matter() == StuckCase.Matter.TIMER_LATE ? one.job() : null,
        one.matter() == StuckCase.Matter.TIMERS_STOPPED ? one.caseId().value() : null);
  }

  private static String name(@Nullable CaseId id, String process) {
    return id == null ? process : "Case %s, %s".formatted(id, process);
  }

  private static @Nullable String href(Optional<CaseFile> file) {
    return file.map(found -> "/cases/" + found.id()).orElse(null);
  }

  private List<Aside> aside(Set<SchoolId> schools, Scope scope) {
    List<Aside> rows = new ArrayList<>();
    for (SchoolId school : schools) {
      List<SetAside> aside = evaluating.setAside(school);
      if (!aside.isEmpty()) {
        int most = aside.stream().mapToInt(SetAside::attempts).max().orElse(0);
        rows.add(
            new Aside(
                school.value(),
                opening.school(school),
                Ages.several(aside.size(), "pupil"),
                most == 1 ? "tried once" : "tried up to %d times".formatted(most),
                scope.seesWholeSchool(school)));
      }
    }
    return rows;
  }

  private static EngineRoomPage.Check check(CheckResult last) {
    int all = last.findings().size();
    List<CheckResult.Finding> broken = last.broken();
    return new EngineRoomPage.Check(
        Ages.when(last.endedAt() == null ? last.begunAt() : last.endedAt()),
        last.by(),
        broken.isEmpty()
            ? "All %d rules of it hold.".formatted(all)
            : "%d of its %d rules hold.".formatted(all - broken.size(), all),
        broken.stream()
            .map(
                finding ->
                    new Broken(
                        finding.invariant(),
                        finding.sentence(),
                        Ages.several(finding.broken(), "time"),
                        finding.found().stream().limit(FOUND_SHOWN).toList()))
            .toList());
  }

  private static NodeRow node(Nodes.Node node) {
    String ago = Ages.of(node.seenAgo());
    return new NodeRow(
        node.name() + (node.thisOne() ? " (this one)" : ""),
        node.version(),
        node.isUp(),
        node.stopped(),
        node.stopped()
            ? "stopped %s ago".formatted(ago)
            : node.isUp()
                ? "up for %s".formatted(Ages.of(node.up()))
                : "not seen for %s: it died or cannot reach the database".formatted(ago));
  }
}
