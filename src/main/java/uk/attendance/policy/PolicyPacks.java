package uk.attendance.policy;

import java.util.Collection;
import java.util.Map;

/** All packs there are. */
public final class PolicyPacks {

  private final Map<String, PolicyPack> packs;

  PolicyPacks(PackFiles files) {
    this.packs = PackLoader.load(files);
  }

  /** The packs that come with the product, for tests of other features. */
  public static PolicyPacks bundled() {
    return new PolicyPacks(PackFiles.bundled());
  }

  /** The pack as it stands today. */
  public PolicyPack pack(String id) {
    PolicyPack pack = packs.get(id);
    if (pack == null) {
      throw new UnknownPack("no policy pack '%s'; known: %s".formatted(id, packs.keySet()));
    }
    return pack;
  }

  /** The national framework, which every other pack stands on. */
  public PolicyPack national() {
    return pack(PackFiles.NATIONAL);
  }

  /** All packs, the national one first. */
  public Collection<PolicyPack> all() {
    return packs.values();
  }
}
