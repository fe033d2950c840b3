package uk.attendance.firstday;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.pupil.Flag;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;
import uk.attendance.worklist.Submission;
import uk.attendance.worklist.Submissions;

/**
 * What a case knows, drawn anew from its answered tasks, so that an answer that was taken back
 * counts no more. Calls and the teacher's word count for their day only.
 */
@Component
class KnownSoFar {

  private final Submissions submissions;
  private final OpenTasks tasks;
  private final Pupils pupils;
  private final Clock clock;

  KnownSoFar(Submissions submissions, OpenTasks tasks, Pupils pupils, Clock clock) {
    this.submissions = submissions;
    this.tasks = tasks;
    this.pupils = pupils;
    this.clock = clock;
  }

  /** As the table first-day-steps asks for it. */
  Map<String, Object> of(CaseFile file) {
    List<Submission> answers = standing(file);
    List<Submission> today = answers.stream().filter(this::isOfToday).toList();
    Map<String, Object> facts = ofPupil(pupil(file));
    facts.put("parentReached", parents(today));
    facts.put("emergencyContactReached", emergency(today));
    facts.put("absenceConfirmed", confirmed(file, today));
    facts.put("childSeen", has(answers, FirstDay.VISIT, "child-seen"));
    facts.put("safeguardingConcern", concern(answers));
    return facts;
  }

  /** As it is before anything was done. */
  Map<String, Object> atFirst(Pupil pupil) {
    Map<String, Object> facts = ofPupil(pupil);
    facts.put("parentReached", "not-tried");
    facts.put("emergencyContactReached", "not-tried");
    facts.put("absenceConfirmed", false);
    facts.put("childSeen", false);
    facts.put("safeguardingConcern", false);
    return facts;
  }

  /** Answers that stand, the first one first. */
  List<Submission> standing(CaseFile file) {
    return submissions.of(file.id()).stream().filter(one -> one.undone() == null).toList();
  }

  boolean isOfToday(Submission submission) {
    return SchoolCalendar.dayOf(submission.submittedAt()).equals(today());
  }

  static boolean hasWorker(Pupil pupil) {
    return hasSocialWorker(pupil) || pupil.has(Flag.YOUTH_JUSTICE);
  }

  private static boolean hasSocialWorker(Pupil pupil) {
    return pupil.has(Flag.SOCIAL_WORKER) || pupil.has(Flag.PROTECTION_PLAN);
  }

  private static Map<String, Object> ofPupil(Pupil pupil) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("socialWorker", hasSocialWorker(pupil));
    facts.put("youthJustice", pupil.has(Flag.YOUTH_JUSTICE));
    return facts;
  }

  private Pupil pupil(CaseFile file) {
    return pupils
        .byId(file.pupil(), Scope.ofTheSystem(file.school()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "case %s: school %s has no pupil %s"
                        .formatted(file.id(), file.school(), file.pupil())));
  }

  private static String parents(List<Submission> today) {
    String reached = "not-tried";
    for (Submission call : today) {
      boolean passedOn = call.outcome().equals("pass-on");
      if (call.task().equals(FirstDay.PARENTS)) {
        reached = passedOn ? "passed-on" : reached(call);
      } else if (call.task().equals(FirstDay.EMERGENCY) && passedOn) {
        reached = "passed-on";
      }
    }
    return reached;
  }

  private static String emergency(List<Submission> today) {
    return today.stream()
        .filter(call -> call.task().equals(FirstDay.EMERGENCY))
        .reduce((earlier, later) -> later)
        .map(call -> call.outcome().equals("pass-on") ? "yes" : reached(call))
        .orElse("not-tried");
  }

  private static String reached(Submission call) {
    return call.outcome().equals("reason-given") ? "yes" : "no";
  }

  /** The teacher said so today, or has had the minutes for it. */
  private boolean confirmed(CaseFile file, List<Submission> today) {
    Instant now = clock.instant();
    return has(today, FirstDay.CONFIRM, "absent")
        || tasks.of(file.id()).stream()
            .filter(task -> task.task().equals(FirstDay.CONFIRM))
            .anyMatch(task -> isOverdue(task, now));
  }

  private static boolean isOverdue(OpenTask task, Instant now) {
    return !now.isBefore(task.dueAt())
        || SchoolCalendar.dayOf(task.openedAt()).isBefore(SchoolCalendar.dayOf(now));
  }

  private static boolean has(List<Submission> answers, String task, String outcome) {
    return answers.stream()
        .anyMatch(answer -> answer.task().equals(task) && answer.outcome().equals(outcome));
  }

  /** Somebody was worried, and the safeguarding lead has not said since that it is nothing. */
  private static boolean concern(List<Submission> answers) {
    boolean concern = false;
    for (Submission answer : answers) {
      concern |=
          Boolean.TRUE.equals(answer.answers().get("concern"))
              || answer.outcome().equals("moved-away");
      if (answer.task().equals(FirstDay.CONCERN) && answer.outcome().equals("not-needed")) {
        concern = false;
      }
    }
    return concern;
  }

  private LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }
}
