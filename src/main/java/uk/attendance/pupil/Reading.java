package uk.attendance.pupil;

import java.util.ArrayList;
import java.util.List;
import uk.attendance.file.RejectedRow;

/** What a file of people would change, found by reading it through; nothing is written yet. */
final class Reading<T> {

  final String header;
  final List<T> added = new ArrayList<>();
  final List<T> changed = new ArrayList<>();
  final List<RejectedRow> rejects = new ArrayList<>();
  final List<PupilId> notInFile = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();
  int rows;
  int unchanged;

  Reading(String header) {
    this.header = header;
  }

  void remarkIf(int count, String one, String many) {
    if (count > 0) {
      remarks.add(count == 1 ? one : many.formatted(count));
    }
  }
}
