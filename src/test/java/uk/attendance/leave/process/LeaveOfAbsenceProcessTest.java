package uk.attendance.leave.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The diagrams of leave of absence and of an overdue step alone, on a bare engine: each way, each
 * end, and no element or flow that no test passes.
 */
class LeaveOfAbsenceProcessTest {

  private static final BpmnModelInstance LEAVE = model("leave-of-absence");
  private static final BpmnModelInstance OVERDUE = model("overdue-step");
  private static final Set<String> PASSED = new HashSet<>();
  private static final List<String> DONE = new ArrayList<>();
  private static boolean meetFirst;
  private static boolean evidenceWanted;
  private static ProcessEngine engine;

  private String instance = "";

  @BeforeAll
  static void start() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setProcessEngineName("leave-of-absence");
    configuration.setHistory("activity");
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Listening())));
    Map<Object, Object> beans = new HashMap<>();
    beans.put("policyDecision", (JavaDelegate) run -> DONE.add(run.getCurrentActivityId()));
    beans.put(
        "weighFindings",
        (JavaDelegate)
            run ->
                run.setVariables(Map.of("meetFirst", meetFirst, "evidenceWanted", evidenceWanted)));
    for (String bean :
        List.of(
            "sendLeaveReceived",
            "sendLeaveDecision",
            "planGrantedMarks",
            "changePlannedMarks",
            "takePlannedMarksBack",
            "pointToRemovalGround",
            "recordUnauthorisedLeave",
            "sendHolidayUnauthorised",
            "handOverToPenalty",
            "sendAppealReceived",
            "sendAppealRefused",
            "sendAppealHearing",
            "sendAppealOutcome",
            "tellManager")) {
      beans.put(bean, (JavaDelegate) run -> DONE.add(run.getCurrentActivityId()));
    }
    configuration.setBeans(beans);
    engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("leave-of-absence.bpmn", LEAVE)
        .addModelInstance("overdue-step.bpmn", OVERDUE)
        .deploy();
  }

  @AfterAll
  static void everyElementAndFlowWasPassed() {
    ClockUtil.reset();
    engine.close();
    assertThat(missed(LEAVE)).isEmpty();
    assertThat(missed(OVERDUE)).isEmpty();
  }

  @BeforeEach
  void forget() {
    DONE.clear();
    meetFirst = false;
    evidenceWanted = false;
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2025-11-03T10:00:00Z")));
  }

  @Test
  void goesStraightFromTheRequestToTheReturn() {
    open();
    assertThat(DONE).containsExactly("leave-findings", "send-leave-received");
    assertThat(openTasks()).containsExactly("decide-leave");

    complete("decide-leave", Map.of("leaveGranted", true));
    assertThat(DONE).contains("send-leave-decision", "plan-granted-marks");
    assertThat(openTasks()).isEmpty();

    receive("leave-over");
    complete("confirm-return", Map.of("confirmReturnOutcome", "returned"));

    assertThat(ends()).contains("leave-taken-as-granted");
    assertThat(DONE).doesNotContain("point-to-removal-ground");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void meetsTheParentsAndAsksForEvidenceBeforeTheDecision() {
    meetFirst = true;
    evidenceWanted = true;
    open();
    assertThat(openTasks()).containsExactly("ask-for-evidence", "meet-headteacher-first");

    complete("ask-for-evidence", Map.of());
    assertThat(openTasks()).containsExactly("meet-headteacher-first");
    complete("meet-headteacher-first", Map.of());
    assertThat(openTasks()).containsExactly("decide-leave");

    complete("decide-leave", Map.of("leaveGranted", false));
    receive("leave-over");
    assertThat(ends()).contains("leave-declined");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void whoIsNotBackIsPointedToTheGround() {
    decided(true);
    receive("leave-over");

    complete("confirm-return", Map.of("confirmReturnOutcome", "not-returned"));

    assertThat(DONE).contains("point-to-removal-ground");
    assertThat(ends()).contains("leave-taken-as-granted");
  }

  @Test
  void tellsTheManagerOfADecisionThatIsOverdueAndStillWaitsForIt() {
    open();

    later("2025-11-12T00:00:01Z");

    assertThat(DONE).contains("manager-told-of-decision");
    assertThat(openTasks()).containsExactly("decide-leave");
  }

  @Test
  void othersAreConsultedBesideTheDecision() {
    open();
    receive("consultation-asked");
    assertThat(openTasks()).containsExactly("consult-others", "decide-leave");

    complete("consult-others", Map.of());

    assertThat(ends()).contains("others-answered");
    assertThat(openTasks()).containsExactly("decide-leave");
  }

  @Test
  void leaveTakenWithoutPermissionIsCodedWrittenAboutAndHandedOver() {
    decided(false);
    receive("absent-without-leave");
    assertThat(openTasks()).containsExactly("review-unauthorised-leave");

    complete("review-unauthorised-leave", Map.of("reviewUnauthorisedLeaveOutcome", "refer"));

    assertThat(DONE)
        .endsWith(
            "record-unauthorised-leave",
            "send-holiday-unauthorised",
            "leave-taken-without-permission");
    assertThat(ends()).contains("leave-taken-without-permission");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void aReviewWithoutReferralEndsAsDeclined() {
    decided(false);
    receive("absent-without-leave");

    complete("review-unauthorised-leave", Map.of("reviewUnauthorisedLeaveOutcome", "no-referral"));

    assertThat(ends()).contains("leave-not-referred");
    assertThat(DONE).doesNotContain("record-unauthorised-leave");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void anAppealIsHeardBesideTheWaitAndChangesTheMarks() {
    decided(false);
    receive("appeal-received", Map.of("appealInTime", true));
    assertThat(openTasks()).containsExactly("arrange-hearing");
    later("2025-11-18T00:00:01Z");
    assertThat(DONE).contains("manager-told-of-arranging");

    complete("arrange-hearing", Map.of());
    assertThat(openTasks()).containsExactly("hear-appeal");
    later("2025-12-02T00:00:01Z");
    assertThat(DONE).contains("manager-told-of-hearing");

    complete("hear-appeal", Map.of("leaveGranted", true));
    assertThat(DONE).endsWith("change-planned-marks", "send-appeal-outcome");
    assertThat(ends()).contains("appeal-decided");
    assertThat(isOpen()).isTrue();

    receive("leave-over");
    assertThat(openTasks()).containsExactly("confirm-return");
  }

  @Test
  void aLateAppealIsHeardOnlyWhenItIsAdmitted() {
    decided(false);
    receive("appeal-received", Map.of("appealInTime", false));
    assertThat(DONE).endsWith("send-appeal-refused");
    assertThat(openTasks()).containsExactly("admit-late-appeal");

    complete("admit-late-appeal", Map.of("admitLateAppealOutcome", "admitted"));

    assertThat(openTasks()).containsExactly("arrange-hearing");
    assertThat(DONE).doesNotContain("send-appeal-received");
  }

  @Test
  void aLateAppealThatIsNotAdmittedLeavesTheDecisionAsItStands() {
    decided(false);
    receive("appeal-received", Map.of("appealInTime", false));

    complete("admit-late-appeal", Map.of("admitLateAppealOutcome", "refused"));

    assertThat(ends()).contains("appeal-not-admitted");
    assertThat(openTasks()).isEmpty();
    assertThat(isOpen()).isTrue();
  }

  @Test
  void aFamilyMayWithdrawOrAskForOtherDatesAtAnyTime() {
    open();
    receive("request-withdrawn");
    assertThat(ends()).contains("withdrawn");
    assertThat(DONE).endsWith("take-planned-marks-back");
    assertThat(isOpen()).isFalse();

    decided(true);
    receive("dates-changed");
    assertThat(ends()).contains("replaced");
    assertThat(DONE).endsWith("take-marks-of-old-dates-back");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void aLeaverEndsTheCaseWhateverIsOpen() {
    decided(false);
    receive("appeal-received", Map.of("appealInTime", true));

    receive("pupil-left");

    assertThat(ends()).contains("pupil-left");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void theManagerAsksForAStepUnlessItIsDoneOrThePupilLeaves() {
    overdue();
    complete("chase-overdue-step", Map.of());
    assertThat(ends()).contains("step-asked-for");

    overdue();
    receive("step-done");
    assertThat(ends()).contains("step-done");

    overdue();
    receive("pupil-left");
    assertThat(ends()).contains("pupil-left");
    assertThat(isOpen()).isFalse();
  }

  private void overdue() {
    instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("overdue-step", Map.of("chaseOverdueStepDue", new Date()))
            .getProcessInstanceId();
  }

  private void open() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("decideLeaveDue", at("2025-11-12T00:00:00Z"));
    facts.put("arrangeHearingDue", at("2025-11-18T00:00:00Z"));
    facts.put("hearAppealDue", at("2025-12-02T00:00:00Z"));
    for (String task :
        List.of(
            "meetHeadteacherFirst",
            "askForEvidence",
            "consultOthers",
            "admitLateAppeal",
            "confirmReturn",
            "reviewUnauthorisedLeave")) {
      facts.put(task + "Due", at("2025-12-19T00:00:00Z"));
    }
    instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("leave-of-absence", facts)
            .getProcessInstanceId();
  }

  private void decided(boolean granted) {
    open();
    complete("decide-leave", Map.of("leaveGranted", granted));
  }

  private static Date at(String instant) {
    return Date.from(Instant.parse(instant));
  }

  private void later(String instant) {
    ClockUtil.setCurrentTime(at(instant));
    engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance)
        .executable()
        .list()
        .forEach(job -> engine.getManagementService().executeJob(job.getId()));
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
  }

  private void receive(String message) {
    receive(message, Map.of());
  }

  private void receive(String message, Map<String, Object> facts) {
    engine
        .getRuntimeService()
        .messageEventReceived(
            message,
            engine
                .getRuntimeService()
                .createEventSubscriptionQuery()
                .processInstanceId(instance)
                .eventName(message)
                .singleResult()
                .getExecutionId(),
            facts);
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

  private static BpmnModelInstance model(String key) {
    return Bpmn.readModelFromFile(Path.of("processes", key + ".bpmn").toFile());
  }

  private static Set<String> missed(BpmnModelInstance model) {
    Set<String> missed =
        Stream.concat(
                model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId),
                model.getModelElementsByType(SequenceFlow.class).stream().map(SequenceFlow::getId))
            .collect(Collectors.toCollection(TreeSet::new));
    missed.removeAll(PASSED);
    return missed;
  }

  /** Which elements and flows were passed. */
  private static final class Listening extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
      definition.getActivities().forEach(this::listen);
    }

    private void listen(ActivityImpl activity) {
      activity.addListener(
          ExecutionListener.EVENTNAME_START,
          (ExecutionListener) execution -> PASSED.add(activity.getId()));
      activity
          .getOutgoingTransitions()
          .forEach(
              flow ->
                  ((TransitionImpl) flow)
                      .addListener(
                          ExecutionListener.EVENTNAME_TAKE,
                          (ExecutionListener) execution -> PASSED.add(flow.getId())));
      activity.getActivities().forEach(this::listen);
    }
  }
}
