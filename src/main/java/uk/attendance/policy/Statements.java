package uk.attendance.policy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything a pack says, statement by statement, so that packs and versions can be compared. */
final class Statements {

  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private Statements() {}

  /**
   * Where a policy says otherwise than the framework. What the framework leaves open (marked "not
   * in policy" in the national pack) cannot be differed from.
   */
  static List<Difference> differences(PolicyPack national, PolicyPack pack) {
    List<Difference> differences = new ArrayList<>();
    for (List<Setting> own : pack.own().all().values()) {
      for (Setting said : own) {
        framework(national, said)
            .filter(nationally -> !nationally.value().equals(said.value()))
            .map(
                nationally ->
                    new Difference(
                        statement(said.key(), List.of(nationally)),
                        statement(said.key(), List.of(said))))
            .ifPresent(differences::add);
      }
    }
    for (CodeSet set : pack.codeSets().values()) {
      CodeSet nationally = national.codeSet(set.name());
      if (!nationally.notInPolicy() && !nationally.codes().equals(set.codes())) {
        differences.add(new Difference(statement(nationally), statement(set)));
      }
    }
    return differences;
  }

  /** What the framework says when the policy's value holds, or else what it says now. */
  private static Optional<Setting> framework(PolicyPack national, Setting said) {
    LocalDate day = said.until() != null ? said.until() : LocalDate.MAX;
    return national
        .own()
        .find(said.key(), day)
        .or(() -> national.own().find(said.key(), LocalDate.MAX))
        .filter(nationally -> !nationally.notInPolicy());
  }

  static List<Change> changes(PolicyPack before, PolicyPack after) {
    Map<String, Statement> old = all(before);
    Map<String, Statement> now = all(after);
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(old.get(key), now.get(key)))
        .map(key -> new Change(key, old.get(key), now.get(key)))
        .toList();
  }

  private static Map<String, Statement> all(PolicyPack pack) {
    List<Statement> all = new ArrayList<>();
    pack.settings().all().forEach((key, values) -> all.add(statement(key, values)));
    pack.codeSets().values().forEach(set -> all.add(statement(set)));
    pack.roles()
        .values()
        .forEach(
            role ->
                all.add(
                    new Statement(
                        "roles." + role.role(), String.join(", ", role.titles()), role.rule())));
    pack.letters()
        .values()
        .forEach(
            letter ->
                all.add(
                    new Statement(
                        "letters." + letter.id(),
                        letter.used()
                            ? letter.title()
                                + " to "
                                + letter.to()
                                + " by "
                                + letter.channelsInWords()
                            : "not sent",
                        letter.rule())));
    if (pack.ownRegisterTimes() != null) {
      times("register-times", pack.ownRegisterTimes(), all);
    }
    pack.academies()
        .values()
        .forEach(
            academy -> {
              times("academies." + academy.id(), academy.times(), all);
              all.add(
                  statement(
                      "academies." + academy.id() + ".advisory-letter",
                      List.of(academy.advisoryLetter())));
            });
    pack.tables()
        .values()
        .forEach(
            table ->
                table
                    .rows()
                    .forEach(
                        row ->
                            all.add(
                                new Statement(
                                    "tables." + table.key() + "." + row.id(),
                                    row(table, row),
                                    row.rule()))));
    pack.practices()
        .forEach(
            practice ->
                all.add(
                    new Statement(
                        "practices." + practice.rule(), practice.words(), practice.rule())));
    pack.codes()
        .all()
        .forEach(
            code ->
                all.add(
                    new Statement(
                        "codes." + code.code() + (code.from() == null ? "" : "." + code.from()),
                        code.toString(),
                        new RuleId("NF-R1"))));
    return all.stream()
        .collect(
            Collectors.toMap(Statement::key, one -> one, (one, other) -> one, LinkedHashMap::new));
  }

  private static void times(String key, RegisterTimes times, List<Statement> all) {
    all.add(new Statement(key + ".morning", words(times.morning()), times.morning().rule()));
    all.add(new Statement(key + ".afternoon", words(times.afternoon()), times.afternoon().rule()));
  }

  private static String words(SessionTimes times) {
    return "opens %s, late from %s, closes %s"
        .formatted(times.opens(), times.lateFrom(), times.closes());
  }

  private static String row(DecisionTable table, DecisionTable.Row row) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cells().get(i).isAny()) {
        parts.add(table.inputs().get(i).label() + ": " + row.cells().get(i).inWords());
      }
    }
    return String.join("; ", parts) + " -> " + row.answers() + " (" + row.words() + ")";
  }

  private static Statement statement(CodeSet set) {
    return new Statement("code-sets." + set.name(), String.join(", ", set.codes()), set.rule());
  }

  private static Statement statement(String key, List<Setting> values) {
    return new Statement(
        key,
        values.stream().map(Statements::words).collect(Collectors.joining("; ")),
        values.get(0).rule());
  }

  private static String words(Setting setting) {
    StringBuilder words = new StringBuilder(setting.value().inWords());
    if (setting.from() != null) {
      words.append(" from ").append(setting.from().format(LONG));
    }
    if (setting.until() != null) {
      words.append(" until ").append(setting.until().format(LONG));
    }
    return words.toString();
  }
}
