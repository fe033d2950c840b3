package uk.attendance.form.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file that somebody brought: always a download, never shown within a page, and nothing in it
 * runs. It is written within the request's own thread: another would write its headers at the same
 * time.
 */
public final class Download {

  private Download() {}

  /**
   * @param size in bytes
   * @return where the file's content is to be written
   */
  public static OutputStream of(
      String fileName, String mediaType, int size, HttpServletResponse response)
      throws IOException {
    response.setContentType(mediaType);
    response.setContentLength(size);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(fileName, StandardCharsets.UTF_8)
            .build()
            .toString());
    return response.getOutputStream();
  }
}
