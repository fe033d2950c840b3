package uk.attendance.register;

import java.util.List;
import uk.attendance.file.UnreadableFile;

/** A file whose columns bear other names than ours: a person says once which is which. */
class MissingColumns extends UnreadableFile {

  private static final long serialVersionUID = 1L;

  private final List<String> found;

  MissingColumns(List<String> missing, List<String> found) {
    super(
        "The file has no column %s. Its columns are: %s. Say which of them is which, and the file is read again."
            .formatted(String.join(", ", missing), String.join(", ", found)));
    this.found = List.copyOf(found);
  }

  List<String> found() {
    return found;
  }
}
