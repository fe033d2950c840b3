package uk.attendance.policy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The bundled packs with something changed, and what the loader says to them. */
final class ChangedPacks {

  private static final PackFiles BUNDLED = PackFiles.bundled();

  private final SortedMap<String, SortedMap<String, String>> packs = new TreeMap<>();
  private Place place = new Place("", 0);

  ChangedPacks() {
    BUNDLED.byPack().forEach((pack, files) -> packs.put(pack, new TreeMap<>(files)));
  }

  /** Replaces text that stands in the file; the place of the change is remembered. */
  ChangedPacks replace(String pack, String file, String text, String by) {
    String content = text(pack, file);
    int at = content.indexOf(text);
    if (at < 0) {
      throw new IllegalArgumentException(file + " of " + pack + " does not hold: " + text);
    }
    place =
        new Place(
            PackFiles.path(pack, file),
            (int) content.substring(0, at).chars().filter(c -> c == '\n').count() + 1);
    packs.get(pack).put(file, content.replace(text, by));
    return this;
  }

  ChangedPacks policy(String pack, String text, String by) {
    return replace(pack, PackFiles.POLICY, text, by);
  }

  ChangedPacks table(String pack, String text, String by) {
    return replace(pack, "absence-code.dmn", text, by);
  }

  ChangedPacks add(String pack, String file, String content) {
    packs.computeIfAbsent(pack, key -> new TreeMap<>()).put(file, content);
    return this;
  }

  ChangedPacks remove(String pack, String file) {
    packs.get(pack).remove(file);
    return this;
  }

  /** Where the last replacement was made. */
  Place place() {
    return place;
  }

  /** The place some lines below the last replacement. */
  Place place(int below) {
    return new Place(place.file(), place.line() + below);
  }

  String text(String pack, String file) {
    return packs.get(pack).get(file);
  }

  PackFiles files() {
    return new PackFiles(packs, BUNDLED.schema());
  }

  List<String> errors() {
    try {
      PackLoader.load(files());
      return List.of();
    } catch (PolicyPacksRefused e) {
      return e.errors();
    }
  }
}
