package uk.attendance.worklist.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Actor;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.Hold;
import uk.attendance.casefile.TaskId;
import uk.attendance.form.Entered;
import uk.attendance.form.web.Download;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.worklist.Attachment;
import uk.attendance.worklist.Attachments;
import uk.attendance.worklist.Drafts;
import uk.attendance.worklist.FindingTasks;
import uk.attendance.worklist.Submission;
import uk.attendance.worklist.SubmittingTasks;
import uk.attendance.worklist.TaskInSight;
import uk.attendance.worklist.TaskOnHold;
import uk.attendance.worklist.UndoRefused;

/** What is kept of a task: drafts while one types, what was submitted, the files with it. */
@Controller
@RequestMapping("/tasks/{id:[A-Za-z0-9-]{1,64}}")
@ForPupilStaff
class SubmissionController {

  private final FindingTasks tasks;
  private final SubmittingTasks submitting;
  private final Drafts drafts;
  private final Attachments attachments;
  private final SubmittedPage pages;

  SubmissionController(
      FindingTasks tasks,
      SubmittingTasks submitting,
      Drafts drafts,
      Attachments attachments,
      SubmittedPage pages) {
    this.tasks = tasks;
    this.submitting = submitting;
    this.drafts = drafts;
    this.attachments = attachments;
    this.pages = pages;
  }

  /** Keeps what stands in the boxes while one types; answers with words for beside the button. */
  @PostMapping("/draft")
  ResponseEntity<String> save(
      @PathVariable String id, WebRequest request, SignedIn person, Scope scope) {
    TaskId task = new TaskId(id);
    TaskInSight found = tasks.find(task, person, scope);
    if (found instanceof TaskInSight.Done done && done.isBy(person)) {
      return said(HttpStatus.CONFLICT, "You have finished this task.");
    }
    if (found instanceof TaskInSight.Open open && !open.mayAnswer()) {
      return said(HttpStatus.FORBIDDEN, "This task is for another role.");
    }
    try {
      String saved =
          found
              .asked()
              .map(form -> Entered.ofRequest(form, request.getParameterMap()))
              .map(entered -> TaskWords.time(drafts.save(task, person.id(), entered)))
              .orElse("");
      return found instanceof TaskInSight.Open
          ? said(HttpStatus.OK, "Draft saved " + saved)
          : said(HttpStatus.CONFLICT, settled(found) + " What you typed is kept.");
    } catch (Drafts.TooLong tooLong) {
      return said(HttpStatus.PAYLOAD_TOO_LARGE, "Not saved: this is too long for a draft.");
    }
  }

  private static String settled(TaskInSight found) {
    if (found instanceof TaskInSight.Done done) {
      return "%s finished this task at %s."
          .formatted(
              done.submission().submittedName(), TaskWords.time(done.submission().submittedAt()));
    }
    return found instanceof TaskInSight.Held ? Hold.SENTENCE : "This task was taken away.";
  }

  private static ResponseEntity<String> said(HttpStatus status, String words) {
    return ResponseEntity.status(status)
        .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .body(words);
  }

  @PostMapping("/undo")
  String undo(@PathVariable String id, SignedIn person, Scope scope, RedirectAttributes next) {
    try {
      submitting.undo(new TaskId(id), Actor.of(person), scope);
    } catch (UndoRefused refused) {
      next.addFlashAttribute("refused", refused.sentence());
    } catch (TaskOnHold held) {
      next.addFlashAttribute("refused", Hold.SENTENCE);
    }
    return "redirect:/tasks/" + id;
  }

  @GetMapping("/submitted")
  String submitted(@PathVariable String id, SignedIn person, Scope scope, Model model) {
    model.addAllAttributes(pages.of(done(id, person, scope), scope));
    return "worklist/submitted";
  }

  @GetMapping("/submitted.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String id, SignedIn person, Scope scope) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("task-" + id + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(pages.pdf(done(id, person, scope), scope));
  }

  @GetMapping("/files/{file:[0-9]{1,18}}")
  void file(
      @PathVariable String id,
      @PathVariable long file,
      SignedIn person,
      Scope scope,
      HttpServletResponse response)
      throws IOException {
    TaskInSight task = tasks.find(new TaskId(id), person, scope);
    Attachment attachment =
        attachments
            .find(new TaskId(id), file, scope)
            .filter(
                found ->
                    found.storedBy().equals(person.id())
                        || submission(task).filter(s -> s.names(found)).isPresent())
            .filter(found -> !(task instanceof TaskInSight.Held))
            .orElseThrow(() -> new NotInSight("file", file));
    attachments.copy(
        attachment,
        Download.of(attachment.fileName(), attachment.mediaType(), attachment.size(), response));
  }

  private static Optional<Submission> submission(TaskInSight task) {
    return task instanceof TaskInSight.Done done
        ? Optional.of(done.submission())
        : Optional.empty();
  }

  private TaskInSight.Done done(String id, SignedIn person, Scope scope) {
    if (tasks.find(new TaskId(id), person, scope) instanceof TaskInSight.Done done) {
      return done;
    }
    throw new NotInSight("submission", id);
  }
}
