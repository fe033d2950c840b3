package uk.attendance.worklist.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.form.FieldKind;
import uk.attendance.school.Schools;
import uk.attendance.worklist.Attachment;
import uk.attendance.worklist.Attachments;
import uk.attendance.worklist.ListedTask;
import uk.attendance.worklist.Submission;
import uk.attendance.worklist.TaskInSight;

/** Exactly what was submitted, as page and print show it. */
@Component
class SubmittedPage {

  private final CaseFiles cases;
  private final Schools schools;
  private final Attachments attachments;

  SubmittedPage(CaseFiles cases, Schools schools, Attachments attachments) {
    this.cases = cases;
    this.schools = schools;
    this.attachments = attachments;
  }

  Map<String, Object> of(TaskInSight.Done done, Scope scope) {
    Submission submission = done.submission();
    Submission.Undone undone = submission.undone();
    return Map.of(
        "taskId", submission.id().value(),
        "name", ListedTask.nameOf(submission.task()),
        "pupil", done.pupil(),
        "place", TaskPages.place(done.pupil()),
        "school", schools.get(submission.school()).name(),
        "caseKey", cases.get(submission.caseId()).businessKey(),
        "submission", submission,
        "at", TaskWords.moment(submission.submittedAt()),
        "undone",
            undone == null
                ? ""
                : "%s, %s, took this back on %s."
                    .formatted(undone.name(), undone.title(), TaskWords.moment(undone.at())),
        "files", files(done, scope));
  }

  private List<Attachment> files(TaskInSight.Done done, Scope scope) {
    return done.asked().stream()
        .flatMap(form -> form.fields().stream())
        .filter(field -> field.kind() == FieldKind.FILE)
        .map(field -> done.submission().answers().get(field.key()))
        .filter(List.class::isInstance)
        .flatMap(ids -> ((List<?>) ids).stream())
        .flatMap(
            id ->
                attachments
                    .find(done.submission().id(), Long.parseLong(String.valueOf(id)), scope)
                    .stream())
        .toList();
  }
}
