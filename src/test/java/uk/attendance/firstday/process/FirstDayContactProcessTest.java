package uk.attendance.firstday.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The diagram alone, on a bare engine: each way through it, each end, and no element that no test
 * passes. What the policy and the school's data decide is said by the test.
 */
class FirstDayContactProcessTest {

  private static final BpmnModelInstance MODEL =
      Bpmn.readModelFromFile(Path.of("processes/first-day-contact.bpmn").toFile());
  private static final PassedElements PASSED = new PassedElements();
  private static final List<String> STEPS =
      List.of(
          "confirmPupilIsAbsent",
          "telephoneParents",
          "telephoneEmergencyContacts",
          "safeAndWellVisit",
          "followUpUnexplainedAbsence",
          "sendFirstDayMessage",
          "sendFirstDayLetter",
          "sendSecondLetter",
          "informSocialWorker",
          "informYouthJusticeWorker",
          "raiseSafeguardingConcern",
          "decideAbsenceCode",
          "missing");

  private static final Deque<Set<String>> DUE = new ArrayDeque<>();
  private static final List<String> DONE = new ArrayList<>();
  private static final Deque<String> TOLD = new ArrayDeque<>();
  private static String codeOfPolicy = "I";
  private static boolean settled = true;
  private static ProcessEngine engine;

  private String instance = "";

  @BeforeAll
  static void start() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setProcessEngineName("first-day-contact");
    configuration.setHistory("activity");
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(PASSED)));
    Map<Object, Object> beans = new HashMap<>();
    beans.put("policyDecision", (JavaDelegate) FirstDayContactProcessTest::decide);
    beans.put("chooseTodaysSteps", (JavaDelegate) FirstDayContactProcessTest::choose);
    beans.put("tellOwnCase", (JavaDelegate) FirstDayContactProcessTest::tell);
    beans.put("askForTheCode", (JavaDelegate) FirstDayContactProcessTest::tell);
    beans.put("leaveCodeToPerson", (JavaDelegate) FirstDayContactProcessTest::tell);
    beans.put("recordDecidedCode", (JavaDelegate) run -> run.setVariable("settled", settled));
    for (String done :
        List.of(
            "goOnWithoutTeacher",
            "sendFirstDayMessage",
            "sendFirstDayLetter",
            "sendSecondLetter",
            "recordAbsenceCode",
            "sendLaTenDays",
            "handOverToMissingEducation")) {
      beans.put(done, (JavaDelegate) run -> DONE.add(run.getCurrentActivityId()));
    }
    configuration.setBeans(beans);
    engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("first-day-contact.bpmn", MODEL)
        .deploy();
  }

  @AfterAll
  static void everyElementAndFlowWasPassed() {
    ClockUtil.reset();
    engine.close();
    assertThat(PASSED.missed(MODEL)).isEmpty();
  }

  @BeforeEach
  void forget() {
    DUE.clear();
    DONE.clear();
    TOLD.clear();
    codeOfPolicy = "I";
    settled = true;
  }

  @Test
  void endsExplainedWithTheCodeOfThePolicy() {
    open("telephoneParents sendFirstDayMessage");

    assertThat(openTasks()).containsExactly("telephone-parents");
    assertThat(DONE).containsExactly("send-first-day-message");

    complete("telephone-parents", Map.of("explained", true, "codeWanted", true));

    assertThat(ends()).contains("absence-explained");
    assertThat(DONE).contains("record-absence-code");
    assertThat(openTasks()).isEmpty();
  }

  @Test
  void looksAgainAfterACallSoThatTheNextRungOpensAtOnce() {
    open("telephoneParents", "telephoneEmergencyContacts", "sendFirstDayLetter safeAndWellVisit");

    complete("telephone-parents", Map.of("explained", false));
    assertThat(openTasks()).containsExactly("telephone-emergency-contacts");

    complete("telephone-emergency-contacts", Map.of("explained", false));
    assertThat(openTasks()).containsExactly("safe-and-well-visit");
    assertThat(DONE).containsExactly("send-first-day-letter");

    complete("safe-and-well-visit", Map.of("explained", false));
    assertThat(openTasks()).isEmpty();
    assertThat(isOpen()).isTrue();
  }

  @Test
  void ringsWithoutTheTeacherWhenTheMinutesAreOver() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2025-11-03T09:30:00Z")));
    open("confirmPupilIsAbsent", "telephoneParents", "");

    ClockUtil.setCurrentTime(Date.from(Instant.parse("2025-11-03T09:46:00Z")));
    engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance)
        .executable()
        .list()
        .forEach(job -> engine.getManagementService().executeJob(job.getId()));

    assertThat(openTasks()).containsExactly("confirm-pupil-is-absent", "telephone-parents");
    assertThat(DONE).containsExactly("go-on-without-teacher");

    complete("confirm-pupil-is-absent", Map.of("explained", true, "codeWanted", false));

    assertThat(ends()).contains("absence-explained");
    assertThat(DONE).doesNotContain("record-absence-code");
  }

  @Test
  void severalDaysRunSideBySideAndStopTogether() {
    open("telephoneParents");
    day("followUpUnexplainedAbsence sendSecondLetter");
    day("informSocialWorker informYouthJusticeWorker raiseSafeguardingConcern");

    assertThat(openTasks())
        .containsExactly(
            "follow-up-unexplained-absence",
            "inform-social-worker",
            "inform-youth-justice-worker",
            "raise-safeguarding-concern",
            "telephone-parents");
    complete("inform-social-worker", Map.of());
    complete("inform-youth-justice-worker", Map.of());
    complete("raise-safeguarding-concern", Map.of());

    receive("ladder-stopped", Map.of());

    assertThat(openTasks()).isEmpty();
    assertThat(isOpen()).isTrue();
    assertThat(ends()).contains("pupil-back");
  }

  @Test
  void aTaskLeftUndoneDoesNotHoldTheNextDayBack() {
    open("followUpUnexplainedAbsence");
    day("telephoneParents");

    complete("follow-up-unexplained-absence", Map.of("explained", false));

    assertThat(openTasks()).containsExactly("telephone-parents");
    assertThat(ends()).contains("day-worked-through", "nothing-more-today");
  }

  @Test
  void aReasonThatAPersonHasToWeighWaitsForTheDecision() {
    open("telephoneParents");
    codeOfPolicy = "decide-absence-code";

    receive("absence-explained", Map.of("explained", true, "codeWanted", true));
    assertThat(openTasks()).contains("decide-absence-code");

    complete("decide-absence-code", Map.of("authorised", true));

    assertThat(ends()).contains("absence-explained");
    assertThat(openTasks()).isEmpty();
  }

  @Test
  void aCodeWithoutAReasonEndsNothingWhileTheChildIsAway() {
    open("decideAbsenceCode");
    assertThat(openTasks()).containsExactly("decide-absence-code");
    settled = false;

    complete("decide-absence-code", Map.of("authorised", false));
    assertThat(isOpen()).isTrue();
    assertThat(ends()).contains("coded-still-away");

    receive("absence-settled", Map.of("authorised", false));
    assertThat(ends()).contains("absence-coded-unauthorised");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void tenSchoolDaysHandTheCaseOverAndTakeEveryTaskAway() {
    open("telephoneParents");
    day("decideAbsenceCode safeAndWellVisit");
    day("missing");

    assertThat(DONE).containsExactly("send-la-ten-days", "hand-over-to-missing-education");
    assertThat(ends()).contains("pupil-missing-from-education");
    assertThat(openTasks()).isEmpty();
    assertThat(isOpen()).isFalse();
  }

  @Test
  void aLeaverEndsTheCaseWhateverIsOpen() {
    open("telephoneParents decideAbsenceCode");

    receive("pupil-left", Map.of());

    assertThat(ends()).contains("pupil-left");
    assertThat(openTasks()).isEmpty();
    assertThat(isOpen()).isFalse();
  }

  private void open(String... stepsAfterEachLook) {
    due(stepsAfterEachLook);
    Map<String, Object> facts = new HashMap<>(Map.of("explained", false));
    STEPS.forEach(
        step -> facts.put(step + "Due", Date.from(Instant.parse("2025-11-03T09:45:00Z"))));
    instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("first-day-contact", facts)
            .getProcessInstanceId();
    deliver();
  }

  private void day(String... stepsAfterEachLook) {
    due(stepsAfterEachLook);
    receive("register-closed", Map.of());
  }

  private static void due(String... stepsAfterEachLook) {
    for (String steps : stepsAfterEachLook) {
      DUE.add(new TreeSet<>(Arrays.asList(steps.split(" "))));
    }
  }

  private void complete(String task, Map<String, Object> facts) {
    engine
        .getTaskService()
        .complete(
            engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(task)
                .singleResult()
                .getId(),
            facts);
    deliver();
  }

  private void receive(String message, Map<String, Object> facts) {
    engine.getRuntimeService().setVariables(instance, facts);
    engine
        .getRuntimeService()
        .createEventSubscriptionQuery()
        .processInstanceId(instance)
        .eventName(message)
        .list()
        .forEach(
            waiting ->
                engine
                    .getRuntimeService()
                    .messageEventReceived(message, waiting.getExecutionId(), facts));
    deliver();
  }

  private void deliver() {
    while (!TOLD.isEmpty() && isOpen()) {
      receive(TOLD.poll(), Map.of());
    }
  }

  private boolean isOpen() {
    return engine.getRuntimeService().createExecutionQuery().processInstanceId(instance).count()
        > 0;
  }

  private List<String> openTasks() {
    return engine.getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  private Set<String> ends() {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .finished()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .collect(Collectors.toSet());
  }

  private static void decide(DelegateExecution run) {
    if (run.getCurrentActivityId().equals("absence-code")) {
      run.setVariable("code", codeOfPolicy);
    }
  }

  private static void choose(DelegateExecution run) {
    Set<String> due = DUE.isEmpty() ? Set.of() : DUE.poll();
    STEPS.forEach(step -> run.setVariable(step + "Today", due.contains(step)));
  }

  private static void tell(DelegateExecution run) {
    ThrowEvent event = (ThrowEvent) run.getBpmnModelElementInstance();
    TOLD.add(
        event.getEventDefinitions().stream()
            .map(MessageEventDefinition.class::cast)
            .findFirst()
            .orElseThrow()
            .getMessage()
            .getName());
  }
}
