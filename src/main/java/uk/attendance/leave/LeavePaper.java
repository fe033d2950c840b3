package uk.attendance.leave;

import java.time.Instant;

/**
 * A paper that came with a request for leave or an appeal.
 *
 * @param size in bytes
 */
public record LeavePaper(long id, String fileName, String mediaType, int size, Instant storedAt) {

  /** "412 KB" */
  public String sizeWords() {
    return size < 1024 * 1024
        ? Math.max(1, Math.round(size / 1024f)) + " KB"
        : "%.1f MB".formatted(size / (1024f * 1024f));
  }
}
