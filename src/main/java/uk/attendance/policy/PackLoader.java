package uk.attendance.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and checks all packs; either every one of them is sound or none is taken. */
final class PackLoader {

  private final PackFiles files;
  private final PackErrors errors = new PackErrors();

  private PackLoader(PackFiles files) {
    this.files = files;
  }

  /** By id, the national one first. */
  static Map<String, PolicyPack> load(PackFiles files) {
    PackLoader loader = new PackLoader(files);
    Map<String, PolicyPack> packs = loader.packs(new PackSchema(files.schema()));
    if (!loader.errors.isEmpty()) {
      throw new PolicyPacksRefused(loader.errors.lines());
    }
    return packs;
  }

  /**
   * A pack from content that was sound when it was kept; what the product asks of packs today is
   * not asked of it.
   */
  static PolicyPack reload(PackFiles files, PackVersion version) {
    PackLoader loader = new PackLoader(files);
    PolicyPack pack = loader.packs(null).get(version.pack());
    if (pack == null) {
      throw new IllegalStateException(
          "stored policy pack " + version + " cannot be read: " + loader.errors.lines());
    }
    return pack.as(version);
  }

  private Map<String, PolicyPack> packs(@Nullable PackSchema schema) {
    Map<String, PolicyPack> packs = new LinkedHashMap<>();
    Optional<YamlNode> file = parse(PackFiles.NATIONAL);
    PackTables tables =
        new PackTables(files, file.map(PackLoader::tables).orElse(Map.of()), errors);
    Set<String> codes = file.map(PackLoader::codes).orElse(Set.of());
    if (schema != null) {
      file.ifPresent(sound -> checkComplete(sound, schema));
    }
    Optional<PolicyPack> national = read(file, PackFiles.NATIONAL, schema, codes, null, tables);
    national.ifPresent(pack -> packs.put(pack.id(), pack));
    for (String folder : files.byPack().keySet()) {
      if (!folder.equals(PackFiles.NATIONAL)) {
        read(parse(folder), folder, schema, codes, national.orElse(null), tables)
            .filter(pack -> national.isPresent())
            .ifPresent(pack -> packs.put(folder, pack));
      }
    }
    packs.values().forEach(pack -> PackTables.checkAnswers(pack, errors));
    return Collections.unmodifiableMap(packs);
  }

  private Optional<PolicyPack> read(
      Optional<YamlNode> file,
      String folder,
      @Nullable PackSchema schema,
      Set<String> codes,
      @Nullable PolicyPack national,
      PackTables tables) {
    Map<String, DecisionTable> ofPack = tables.of(folder);
    return file.filter(node -> schema == null || isSound(node, folder, schema, codes))
        .filter(node -> national != null || folder.equals(PackFiles.NATIONAL))
        .map(node -> new PackReader(errors).read(node, national, ofPack));
  }

  private Optional<YamlNode> parse(String folder) {
    String text = files.of(folder).get(PackFiles.POLICY);
    String path = PackFiles.path(folder, PackFiles.POLICY);
    if (text == null) {
      errors.add(new Place(path, 1), "the pack has no policy.yaml");
      return Optional.empty();
    }
    return YamlNode.parse(path, text, errors);
  }

  private boolean isSound(YamlNode file, String folder, PackSchema schema, Set<String> codes) {
    PackErrors found = new PackErrors();
    schema.check(file, codes, found);
    if (!folder.equals(PackFiles.NATIONAL)) {
      for (String section : schema.nationalOnly()) {
        file.field(section)
            .ifPresent(
                node ->
                    found.add(node.place(), "'" + section + "' stands in the national pack only"));
      }
    }
    file.field("pack")
        .filter(pack -> !pack.text().equals(folder))
        .ifPresent(
            pack ->
                found.add(
                    pack.place(),
                    "pack is '%s'; needed: '%s', the name of its folder"
                        .formatted(pack.text(), folder)));
    errors.addAll(found);
    return found.isEmpty();
  }

  /** What no pack names has no value at all: the national pack names everything. */
  private void checkComplete(YamlNode national, PackSchema schema) {
    for (String key : schema.needed()) {
      String section = key.substring(0, key.indexOf('.'));
      String name = key.substring(key.indexOf('.') + 1);
      Optional<YamlNode> place = national.field(section);
      if (place.flatMap(one -> one.field(name)).isEmpty()) {
        errors.add(
            place.orElse(national).place(),
            "key '" + key + "' is missing; the national pack names every value");
      }
    }
  }

  private static Map<String, Place> tables(YamlNode national) {
    Map<String, Place> tables = new LinkedHashMap<>();
    national
        .field("tables")
        .ifPresent(
            node ->
                node.entries()
                    .forEach(entry -> tables.put(entry.key().text(), entry.key().place())));
    return tables;
  }

  private static Set<String> codes(YamlNode national) {
    return national.field("codes").flatMap(one -> one.field("list")).stream()
        .map(YamlNode::items)
        .flatMap(Collection::stream)
        .flatMap(code -> code.field("code").stream())
        .map(YamlNode::text)
        .collect(Collectors.toSet());
  }
}
