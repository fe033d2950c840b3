package uk.attendance.folder;

import java.nio.file.Path;
import java.util.List;
import uk.attendance.school.SchoolId;

/** The folders of one school: files come in, are taken, and end as done or failed. */
record SchoolFolder(SchoolId school, Path own) {

  static SchoolFolder of(Path root, SchoolId school) {
    return new SchoolFolder(school, root.resolve(school.value()));
  }

  Path in() {
    return own.resolve("in");
  }

  /** Files on their way; their names here say nothing, so that no two are the same. */
  Path taken() {
    return own.resolve("taken");
  }

  Path ended(Outcome outcome) {
    return own.resolve(outcome.folder());
  }

  List<Path> all() {
    return List.of(own, in(), taken(), ended(Outcome.DONE), ended(Outcome.FAILED));
  }
}
