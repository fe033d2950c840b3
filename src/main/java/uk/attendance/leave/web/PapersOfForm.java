package uk.attendance.leave.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
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

  ResponseEntity<StreamingResponseBody> handOut(LeavePaper paper) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(paper.mediaType()))
        .contentLength(paper.size())
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(paper.fileName(), java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(out -> papers.copy(paper, out));
  }
}
