package uk.attendance.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All packs there are, as they stand today and as they were. */
public final class PolicyPacks {

  private final Map<String, PolicyPack> packs;
  private final PackArchive archive;
  private final Map<PackVersion, PolicyPack> earlier = new ConcurrentHashMap<>();

  PolicyPacks(PackFiles files, PackArchive archive) {
    this.archive = archive;
    this.packs = keep(PackLoader.load(files), files, archive);
  }

  private static Map<String, PolicyPack> keep(
      Map<String, PolicyPack> loaded, PackFiles files, PackArchive archive) {
    Map<String, PolicyPack> kept = new LinkedHashMap<>();
    List<String> refused = new ArrayList<>();
    loaded.forEach(
        (id, pack) -> {
          try {
            kept.put(id, pack.as(archive.keep(pack.version(), PackContent.of(files, id))));
          } catch (ChangedUnderItsVersion e) {
            refused.add(e.getMessage());
          }
        });
    if (!refused.isEmpty()) {
      throw new PolicyPacksRefused(refused);
    }
    return Collections.unmodifiableMap(kept);
  }

  /** The packs that come with the product, for tests of other features. */
  public static PolicyPacks bundled() {
    return new PolicyPacks(PackFiles.bundled(), new NoArchive());
  }

  /** The pack as it stands today. */
  public PolicyPack pack(String id) {
    PolicyPack pack = packs.get(id);
    if (pack == null) {
      throw new UnknownPack("no policy pack '%s'; known: %s".formatted(id, packs.keySet()));
    }
    return pack;
  }

  /** The pack as it was: what a case that began under this version goes on with. */
  public PolicyPack pack(PackVersion version) {
    PolicyPack today = packs.get(version.pack());
    if (today != null && today.version().equals(version)) {
      return today;
    }
    return earlier.computeIfAbsent(version, this::reload);
  }

  private PolicyPack reload(PackVersion version) {
    PackContent content =
        archive
            .find(version)
            .orElseThrow(() -> new UnknownPack("policy pack " + version + " never ran here"));
    return PackLoader.reload(content.files(), version);
  }

  /** The national framework, which every other pack stands on. */
  public PolicyPack national() {
    return pack(PackFiles.NATIONAL);
  }

  /** All packs, the national one first. */
  public Collection<PolicyPack> all() {
    return packs.values();
  }

  /** Where a policy says otherwise than the national framework. */
  public List<Difference> differences(String id) {
    return Statements.differences(national(), pack(id));
  }

  /** The versions of a pack that ran here, the newest first. */
  public List<StoredVersion> versions(String id) {
    return archive.versions(id);
  }

  /** What changed from one version of a pack to another. */
  public List<Change> changes(PackVersion before, PackVersion after) {
    return Statements.changes(pack(before), pack(after));
  }
}
