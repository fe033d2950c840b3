package uk.attendance.worklist;

import java.time.Instant;
import uk.attendance.account.AccountId;
import uk.attendance.casefile.TaskId;

/**
 * A file that somebody added to a task.
 *
 * @param field key of the form's field
 * @param size in bytes
 */
public record Attachment(
    long id,
    TaskId task,
    String field,
    String fileName,
    String mediaType,
    int size,
    String sha256,
    AccountId storedBy,
    String storedName,
    Instant storedAt) {

  /** "412 KB" */
  public String sizeWords() {
    return size < 1024 * 1024
        ? Math.max(1, Math.round(size / 1024f)) + " KB"
        : "%.1f MB".formatted(size / (1024f * 1024f));
  }
}
