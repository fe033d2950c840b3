package uk.attendance.policy;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The decision tables of each pack: its own, and the national ones for the rest. All packs ask a
 * table the same questions, so that whoever brings the facts need not know whose table it is.
 */
final class PackTables {

  private static final String ENDING = ".dmn";

  private final PackFiles files;
  private final Map<String, Place> named;
  private final PackErrors errors;
  private final Map<String, DecisionTable> national = new LinkedHashMap<>();

  /**
   * @param named the tables that the national pack names, each with its place
   */
  PackTables(PackFiles files, Map<String, Place> named, PackErrors errors) {
    this.files = files;
    this.named = named;
    this.errors = errors;
    national.putAll(own(PackFiles.NATIONAL));
    named.forEach(
        (key, place) -> {
          if (!files.of(PackFiles.NATIONAL).containsKey(key + ENDING)) {
            errors.add(
                place,
                "table '%s' is missing; needed: %s"
                    .formatted(key, PackFiles.path(PackFiles.NATIONAL, key + ENDING)));
          }
        });
  }

  Map<String, DecisionTable> of(String pack) {
    if (pack.equals(PackFiles.NATIONAL)) {
      return Collections.unmodifiableMap(national);
    }
    Map<String, DecisionTable> tables = new LinkedHashMap<>(national);
    own(pack)
        .forEach(
            (key, table) -> {
              Optional.ofNullable(national.get(key)).ifPresent(base -> sameQuestions(table, base));
              tables.put(key, table);
            });
    return Collections.unmodifiableMap(tables);
  }

  private Map<String, DecisionTable> own(String pack) {
    Map<String, DecisionTable> own = new LinkedHashMap<>();
    files
        .of(pack)
        .forEach(
            (name, text) -> {
              if (name.endsWith(ENDING)) {
                read(pack, name, text).ifPresent(table -> own.put(table.key(), table));
              }
            });
    return own;
  }

  private Optional<DecisionTable> read(String pack, String name, String text) {
    if (!named.containsKey(name.substring(0, name.length() - ENDING.length()))) {
      errors.add(
          new Place(PackFiles.path(pack, name), 1),
          "no pack needs this table; known tables: " + String.join(", ", named.keySet()));
      return Optional.empty();
    }
    Optional<DecisionTable> table = DecisionTableReader.read(pack, name, text, errors);
    table.ifPresent(sound -> TableCheck.check(sound, errors));
    return table;
  }

  private void sameQuestions(DecisionTable table, DecisionTable base) {
    Map<String, DecisionTable.Input> asked = new HashMap<>();
    base.inputs().forEach(input -> asked.put(input.fact(), input));
    for (DecisionTable.Input input : table.inputs()) {
      DecisionTable.Input same = asked.get(input.fact());
      if (same == null || same.type() != input.type()) {
        errors.add(
            input.place(),
            "input '%s' is not one of the national table's: %s"
                .formatted(input.fact(), asked.keySet()));
      } else if (!values(same.allowed()).equals(values(input.allowed()))) {
        errors.add(
            input.place(),
            "input '%s' allows %s; the national table allows %s"
                .formatted(input.fact(), input.allowed().text(), same.allowed().text()));
      }
    }
    List<String> answers = base.outputs().stream().map(DecisionTable.Output::name).toList();
    if (!table.outputs().stream().map(DecisionTable.Output::name).toList().equals(answers)) {
      errors.add(table.place(), "the outputs are not the national table's: " + answers);
    }
  }

  private static Set<Cell.Test> values(Cell cell) {
    return new LinkedHashSet<>(cell.tests());
  }

  /** An answer that names a code, a letter or a task has to name one that exists. */
  static void checkAnswers(PolicyPack pack, PackErrors errors) {
    for (DecisionTable table : pack.tables().values()) {
      if (table.ofPack().equals(pack.id())) {
        for (DecisionTable.Row row : table.rows()) {
          for (int i = 0; i < table.outputs().size(); i++) {
            checkAnswer(pack, table.outputs().get(i).name(), row, row.answers().get(i), errors);
          }
        }
      }
    }
  }

  private static void checkAnswer(
      PolicyPack pack, String output, DecisionTable.Row row, Object answer, PackErrors errors) {
    boolean task = pack.settings().all().containsKey("deadlines." + answer);
    if (output.equals("code") && !task && !pack.codes().keys().contains(String.valueOf(answer))) {
      errors.add(
          row.place(),
          "row '%s' answers '%s', which is no register code and no task"
              .formatted(row.id(), answer));
    }
    if (output.equals("letter") && !pack.letters().containsKey(String.valueOf(answer))) {
      errors.add(
          row.place(), "row '%s' answers '%s', which is no letter".formatted(row.id(), answer));
    }
  }
}
