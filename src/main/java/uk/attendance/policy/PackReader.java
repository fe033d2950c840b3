package uk.attendance.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a policy file that the schema has let through into a pack, on top of the national one. */
final class PackReader {

  private final PackErrors errors;

  PackReader(PackErrors errors) {
    this.errors = errors;
  }

  /**
   * @param national null for the national pack itself
   */
  PolicyPack read(YamlNode file, @Nullable PolicyPack national, Map<String, DecisionTable> tables) {
    Settings own = Settings.of(SettingReader.all(file, errors));
    String version = file.get("version").text();
    Map<String, CodeSet> sets = map(file, "code-sets", this::codeSet);
    return new PolicyPack(
        new PackVersion(
            file.get("pack").text(),
            national == null ? version : version + "+" + national.version().version()),
        file.get("title").text(),
        file.get("source").text(),
        file.get("local-authority").text(),
        over(map(file, "roles", this::role), national == null ? null : national.roles()),
        registerTimes(file.field("register-times"), national),
        map(file, "academies", this::academy),
        national == null ? own : own.orElse(national.settings()),
        own,
        over(sets, national == null ? null : national.codeSets()),
        national == null ? codes(file) : national.codes(),
        letters(file, national),
        tables,
        list(file, "practices", node -> new Practice(rule(node), node.get("words").text())),
        list(file, "warnings", PackReader::warning));
  }

  private @Nullable RegisterTimes registerTimes(
      Optional<YamlNode> node, @Nullable PolicyPack national) {
    RegisterTimes inherited = national == null ? null : national.ownRegisterTimes();
    if (node.isEmpty()) {
      return inherited;
    }
    SessionTimes morning = sessionTimes(node.get(), "morning");
    SessionTimes afternoon = sessionTimes(node.get(), "afternoon");
    if (inherited != null) {
      morning = morning == null ? inherited.morning() : morning;
      afternoon = afternoon == null ? inherited.afternoon() : afternoon;
    }
    SessionTimes am = morning;
    SessionTimes pm = afternoon;
    return am == null || pm == null
        ? null
        : errors.tried(node.get().place(), () -> new RegisterTimes(am, pm)).orElse(null);
  }

  private @Nullable SessionTimes sessionTimes(YamlNode parent, String session) {
    return parent
        .field(session)
        .flatMap(
            node ->
                errors.tried(
                    node.place(),
                    () ->
                        new SessionTimes(
                            LocalTime.parse(node.get("opens").text()),
                            LocalTime.parse(node.get("late-from").text()),
                            LocalTime.parse(node.get("closes").text()),
                            rule(node),
                            node.yes("not-in-policy"))))
        .orElse(null);
  }

  private @Nullable Academy academy(String id, YamlNode node) {
    RegisterTimes times = registerTimes(Optional.of(node), null);
    return times == null
        ? null
        : new Academy(
            id,
            node.get("name").text(),
            times,
            SettingReader.one("academies." + id + ".advisory-letter", node.get("advisory-letter")));
  }

  private RoleTitles role(String role, YamlNode node) {
    return new RoleTitles(role, node.get("titles").texts(), rule(node));
  }

  private CodeSet codeSet(String name, YamlNode node) {
    return new CodeSet(name, node.get("codes").texts(), rule(node), node.yes("not-in-policy"));
  }

  private RegisterCodes codes(YamlNode file) {
    return new RegisterCodes(
        file.get("codes").get("list").items().stream().map(PackReader::code).toList());
  }

  private static RegisterCode code(YamlNode node) {
    return new RegisterCode(
        node.get("code").text(),
        node.get("meaning").text(),
        CodeClass.of(node.get("class").text()),
        node.field("class-if-not-agreed").map(one -> CodeClass.of(one.text())).orElse(null),
        node.field("kinds").map(YamlNode::texts).orElse(List.of()).stream()
            .map(CodeKind::of)
            .collect(Collectors.toSet()),
        date(node, "from"),
        date(node, "until"));
  }

  private Map<String, Letter> letters(YamlNode file, @Nullable PolicyPack national) {
    Map<String, Letter> inherited = national == null ? Map.of() : national.letters();
    return over(
        map(file, "letters", (id, node) -> letter(id, node, inherited.get(id))),
        national == null ? null : inherited);
  }

  private static Letter letter(String id, YamlNode node, @Nullable Letter inherited) {
    return new Letter(
        id,
        node.field("title").map(YamlNode::text).orElseGet(() -> of(id, inherited).title()),
        node.field("to").map(YamlNode::text).orElseGet(() -> of(id, inherited).to()),
        node.field("used").isPresent() ? node.yes("used") : inherited == null || inherited.used(),
        channels(node, "by", inherited == null ? List.of() : inherited.by()),
        channels(node, "beside", inherited == null ? List.of() : inherited.beside()),
        channels(node, "absent-by", inherited == null ? List.of() : inherited.absentBy()),
        channels(node, "absent-beside", inherited == null ? List.of() : inherited.absentBeside()),
        rule(node));
  }

  private static Letter of(String id, @Nullable Letter inherited) {
    if (inherited == null) {
      throw new IllegalArgumentException(
          "letter '" + id + "' has no title or recipient, here or in the national pack");
    }
    return inherited;
  }

  private static List<Letter.Channel> channels(
      YamlNode node, String key, List<Letter.Channel> otherwise) {
    return node.field(key)
        .map(
            list ->
                list.texts().stream()
                    .map(text -> Letter.Channel.valueOf(text.toUpperCase(Locale.ROOT)))
                    .toList())
        .orElse(otherwise);
  }

  private static Warning warning(YamlNode node) {
    return new Warning(
        rule(node),
        node.field("against").map(one -> new RuleId(one.text())).orElse(null),
        node.get("words").text());
  }

  private static RuleId rule(YamlNode node) {
    return new RuleId(node.get("rule").text());
  }

  static @Nullable LocalDate date(YamlNode node, String key) {
    return node.field(key).map(one -> LocalDate.parse(one.text())).orElse(null);
  }

  private <T> Map<String, T> map(YamlNode file, String section, Entry<T> read) {
    Map<String, T> read1 = new LinkedHashMap<>();
    file.field(section)
        .ifPresent(
            nodes ->
                nodes
                    .fields()
                    .forEach(
                        (key, node) ->
                            errors
                                .tried(node.place(), () -> read.read(key, node))
                                .ifPresent(value -> read1.put(key, value))));
    return Collections.unmodifiableMap(read1);
  }

  private <T> List<T> list(YamlNode file, String section, Function<YamlNode, T> read) {
    return file.field(section).map(YamlNode::items).orElse(List.of()).stream()
        .flatMap(node -> errors.tried(node.place(), () -> read.apply(node)).stream())
        .toList();
  }

  private static <T> Map<String, T> over(Map<String, T> own, @Nullable Map<String, T> inherited) {
    Map<String, T> merged = new LinkedHashMap<>(inherited == null ? Map.of() : inherited);
    merged.putAll(own);
    return Collections.unmodifiableMap(merged);
  }

  private interface Entry<T> {
    @Nullable T read(String key, YamlNode node);
  }
}
