package uk.attendance.worklist;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files may be added to a task.
 *
 * @param largest of one file
 * @param most files that one person adds to one task
 * @param types media types, found by the content
 */
@ConfigurationProperties("attendance.attachments")
public record AttachmentSettings(
    @DefaultValue("10MB") DataSize largest,
    @DefaultValue("20") int most,
    @DefaultValue({"application/pdf", "image/jpeg", "image/png", "image/webp", "image/heic"})
        List<String> types) {

  public AttachmentSettings {
    types = List.copyOf(types);
  }
}
