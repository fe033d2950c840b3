package uk.attendance.leave.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import uk.attendance.form.web.Download;
import uk.attendance.leave.LeavePaper;
import uk.attendance.leave.LeavePapers;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.AttachmentRefused;

/**
 * Papers that come with a form, and how they are handed out: to be saved, never shown in a page.
 */
@Component
class PapersOfForm {

  private final LeavePapers papers;

  PapersOfForm(LeavePapers papers) {
    this.papers = papers;
  }

  /** Keeps what came with the form; what cannot be kept stands among the errors. */
  void take(
      SchoolId school,
      String form,
      @Nullable List<MultipartFile> uploads,
      Map<String, String> errors)
      throws IOException {
    for (MultipartFile upload : uploads == null ? List.<MultipartFile>of() : uploads) {
      String name = upload.getOriginalFilename();
      if (upload.isEmpty() && (name == null || name.isEmpty())) {
        continue;
      }
      try {
        papers.keep(school, form, name == null ? "" : name, upload.getBytes());
      } catch (AttachmentRefused refused) {
        errors.put("paper", refused.sentence());
      }
    }
  }

  void handOut(LeavePaper paper, HttpServletResponse response) throws IOException {
    papers.copy(paper, Download.of(paper.fileName(), paper.mediaType(), paper.size(), response));
  }
}
