package uk.attendance.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and checks all packs; either every one of them is sound or none is taken. */
final class PackLoader {

  private final PackFiles files;
  private final PackSchema schema;
  private final PackErrors errors = new PackErrors();

  private PackLoader(PackFiles files) {
    this.files = files;
    this.schema = new PackSchema(files.schema());
  }

  /** By id, the national one first. */
  static Map<String, PolicyPack> load(PackFiles files) {
    PackLoader loader = new PackLoader(files);
    Map<String, PolicyPack> packs = loader.packs();
    if (!loader.errors.isEmpty()) {
      throw new PolicyPacksRefused(loader.errors.lines());
    }
    return packs;
  }

  private Map<String, PolicyPack> packs() {
    Map<String, PolicyPack> packs = new LinkedHashMap<>();
    Optional<YamlNode> nationalFile = parse(PackFiles.NATIONAL);
    Set<String> codes = nationalFile.map(PackLoader::codes).orElse(Set.of());
    nationalFile.ifPresent(this::checkComplete);
    Optional<PolicyPack> national =
        nationalFile
            .filter(file -> isSound(file, PackFiles.NATIONAL, codes))
            .map(file -> new PackReader(errors).read(file, null));
    national.ifPresent(pack -> packs.put(pack.id(), pack));
    for (String folder : files.byPack().keySet()) {
      if (!folder.equals(PackFiles.NATIONAL)) {
        parse(folder)
            .filter(file -> isSound(file, folder, codes))
            .ifPresent(
                file ->
                    national.ifPresent(
                        base -> packs.put(folder, new PackReader(errors).read(file, base))));
      }
    }
    return Collections.unmodifiableMap(packs);
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

  private boolean isSound(YamlNode file, String folder, Set<String> codes) {
    PackErrors found = new PackErrors();
    schema.check(file, codes, found);
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
  private void checkComplete(YamlNode national) {
    for (String key : schema.needed()) {
      String section = key.substring(0, key.indexOf('.'));
      String name = key.substring(key.indexOf('.') + 1);
      YamlNode place = national.field(section).orElse(national);
      if (national.field(section).flatMap(one -> one.field(name)).isEmpty()) {
        errors.add(
            place.place(), "key '" + key + "' is missing; the national pack names every value");
      }
    }
  }

  private static Set<String> codes(YamlNode national) {
    return national.field("codes").flatMap(one -> one.field("list")).stream()
        .map(YamlNode::items)
        .flatMap(Collection::stream)
        .flatMap(code -> code.field("code").stream())
        .map(YamlNode::text)
        .collect(Collectors.toSet());
  }

  /** For a file that was checked when it was stored. */
  static PolicyPack read(List<YamlNode> nationalFirst) {
    PackReader reader = new PackReader(new PackErrors());
    PolicyPack national = reader.read(nationalFirst.get(0), null);
    return nationalFirst.size() == 1 ? national : reader.read(nationalFirst.get(1), national);
  }
}
