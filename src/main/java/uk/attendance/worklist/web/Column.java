package uk.attendance.worklist.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a row of the worklist can show beside the task, the pupil and when it is due. */
enum Column {
  CLASS("Class", true),
  WHO("Who has it", true),
  WHY("Why", true),
  ROLE("For the role", false),
  SCHOOL("School", false),
  OPENED("Opened", false),
  DUE_DAY("Due day", false);

  private final String words;
  private final boolean atFirst;

  Column(String words, boolean atFirst) {
    this.words = words;
    this.atFirst = atFirst;
  }

  public String words() {
    return words;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As the person chose them; the usual ones before any choice. */
  static List<Column> of(Optional<List<String>> chosen) {
    return Arrays.stream(values())
        .filter(column -> chosen.map(keys -> keys.contains(column.key())).orElse(column.atFirst))
        .toList();
  }
}
