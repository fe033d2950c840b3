package uk.attendance.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of all packs as they stand, by folder and name; and the schema they are held to.
 *
 * @param byPack folder to file name to text
 */
record PackFiles(SortedMap<String, SortedMap<String, String>> byPack, String schema) {

  static final String NATIONAL = "national";
  static final String POLICY = "policy.yaml";
  private static final String SCHEMA = "policy.schema.json";

  PackFiles {
    byPack = Collections.unmodifiableSortedMap(byPack);
  }

  /** The packs that come with the product. */
  static PackFiles bundled() {
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      SortedMap<String, SortedMap<String, String>> packs = new TreeMap<>();
      for (Resource file : resolver.getResources("classpath:policies/*/*")) {
        String[] path = file.getURL().getPath().split("/");
        put(packs, path[path.length - 2], path[path.length - 1], text(file));
      }
      return new PackFiles(packs, text(resolver.getResource("classpath:policies/" + SCHEMA)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the bundled policy packs", e);
    }
  }

  /** Packs from a directory on disk; the schema is the product's own. */
  static PackFiles in(Path directory) {
    SortedMap<String, SortedMap<String, String>> packs = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory, 2)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = directory.relativize(file);
        if (relative.getNameCount() == 2) {
          put(
              packs,
              relative.getName(0).toString(),
              relative.getName(1).toString(),
              Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading policy packs from " + directory, e);
    }
    return new PackFiles(packs, bundled().schema());
  }

  /** How an error names a file. */
  static String path(String pack, String file) {
    return "policies/" + pack + "/" + file;
  }

  private static void put(
      SortedMap<String, SortedMap<String, String>> packs, String pack, String name, String text) {
    if (name.equals(POLICY) || name.endsWith(".dmn")) {
      packs.computeIfAbsent(pack, key -> new TreeMap<>()).put(name, text);
    }
  }

  private static String text(Resource file) throws IOException {
    return file.getContentAsString(StandardCharsets.UTF_8);
  }

  Map<String, String> of(String pack) {
    return byPack.getOrDefault(pack, Collections.emptySortedMap());
  }
}
