package uk.attendance.worklist.web;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.web.CasePart;
import uk.attendance.worklist.Submission;
import uk.attendance.worklist.Submissions;
import uk.attendance.worklist.TaskRights;

/** Forms as they were submitted, with the files added to them, among the documents of a case. */
@Component
class AnswersOfCase implements CasePart {

  private final Submissions submissions;

  AnswersOfCase(Submissions submissions) {
    this.submissions = submissions;
  }

  @Override
  public List<Document> documents(CaseFile file, Scope scope) {
    return submissions.of(file.id()).stream()
        .filter(answer -> TaskRights.sees(scope, answer.school(), answer.role()))
        .map(
            answer ->
                new Document(
                    "Form",
                    words(answer),
                    "/tasks/%s/submitted".formatted(answer.id()),
                    answer.submittedAt()))
        .toList();
  }

  private static String words(Submission answer) {
    String task = answer.task().replace('-', ' ');
    return "%s%s: %s, by %s%s"
        .formatted(
            task.substring(0, 1).toUpperCase(java.util.Locale.UK),
            task.substring(1),
            answer.outcome().replace('-', ' '),
            answer.submittedName(),
            answer.undone() == null ? "" : "; taken back by " + answer.undone().name());
  }
}
