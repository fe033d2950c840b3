package uk.attendance.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.form.FieldKind;
import uk.attendance.letter.PrintedPage;
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
  private final ITemplateEngine templates;

  SubmittedPage(
      CaseFiles cases, Schools schools, Attachments attachments, ITemplateEngine templates) {
    this.cases = cases;
    this.schools = schools;
    this.attachments = attachments;
    this.templates = templates;
  }

  /** The same bytes whenever it is made: its date and id come from the record. */
  byte[] pdf(TaskInSight.Done done, Scope scope) {
    Submission submission = done.submission();
    return PrintedPage.pdf(
        templates.process("worklist/submitted-print", new Context(Locale.UK, of(done, scope))),
        submission.id().value(),
        submission.submittedAt());
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
