package uk.attendance.worklist.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.form.Entered;
import uk.attendance.form.Field;
import uk.attendance.form.FieldKind;
import uk.attendance.worklist.AttachmentRefused;
import uk.attendance.worklist.Attachments;
import uk.attendance.worklist.TaskInSight;

/** Files that come with a form, and those taken out of it again. */
@Component
class FilesOfForm {

  private final Attachments attachments;

  FilesOfForm(Attachments attachments) {
    this.attachments = attachments;
  }

  /**
   * @param entered with the files that were taken
   * @param errors for those that were not
   */
  record Taken(Entered entered, Map<String, String> errors) {}

  Taken take(
      TaskInSight.Open open,
      Entered entered,
      MultiValueMap<String, MultipartFile> uploads,
      SignedIn person)
      throws IOException {
    Entered with = entered;
    Map<String, String> errors = new LinkedHashMap<>();
    for (Field field : open.form().fields()) {
      if (field.kind() != FieldKind.FILE) {
        continue;
      }
      List<String> ids = new ArrayList<>(with.all(field.key()));
      for (MultipartFile upload : uploads.getOrDefault(field.key() + "-file", List.of())) {
        String name = upload.getOriginalFilename();
        if (upload.isEmpty() && (name == null || name.isEmpty())) {
          continue;
        }
        try {
          ids.add(
              Long.toString(
                  attachments
                      .add(
                          open.task(),
                          field.key(),
                          name == null ? "" : name,
                          upload.getBytes(),
                          person)
                      .id()));
        } catch (AttachmentRefused refused) {
          errors.put(field.key(), refused.sentence());
        }
      }
      if (!ids.isEmpty()) {
        with = with.with(field.key(), ids);
      }
    }
    return new Taken(with, errors);
  }

  Entered remove(
      TaskInSight.Open open, Entered entered, FormAction action, SignedIn person, Scope scope) {
    Long id = action.file();
    if (id == null) {
      return entered;
    }
    return attachments
        .find(open.task().id(), id, scope)
        .filter(attachment -> attachment.storedBy().equals(person.id()))
        .map(
            attachment -> {
              attachments.remove(attachment);
              List<String> left = new ArrayList<>(entered.all(attachment.field()));
              left.remove(id.toString());
              return entered.with(attachment.field(), left);
            })
        .orElse(entered);
  }
}
