package uk.attendance.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.attendance.register.Author;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/**
 * Looks into the schools' folders. Nothing is heard from the file system, which on a network share
 * says nothing; one node at a time looks into a folder.
 */
@Component
public class WatchedFolders {

  /** Who answers for what came by a folder. */
  static final Author AUTHOR = Author.WATCHED_FOLDER;

  static final String BY = AUTHOR.name() + ", " + AUTHOR.title();

  private static final Logger log = LoggerFactory.getLogger(WatchedFolders.class);
  private static final String ROOT = "";

  private final @Nullable Path root;
  private final Schools schools;
  private final Disk disk;
  private final FolderLeases leases;
  private final TakingFiles taking;
  private final WorkingOnFiles working;
  private final String node = UUID.randomUUID().toString();
  private final Map<SchoolId, Sightings> sightings = new HashMap<>();

  WatchedFolders(
      FolderSettings settings,
      Schools schools,
      Disk disk,
      FolderLeases leases,
      TakingFiles taking,
      WorkingOnFiles working) {
    this.root = settings.folders() == null ? null : settings.folders().toAbsolutePath();
    this.schools = schools;
    this.disk = disk;
    this.leases = leases;
    this.taking = taking;
    this.working = working;
  }

  /**
   * Something that a person has to put right.
   *
   * @param school null: it is not about one school
   * @param words a sentence, without a pupil's name
   */
  public record Trouble(@Nullable SchoolId school, String words) {}

  public boolean isOn() {
    return root != null;
  }

  /** Where a school's files are put; empty where nothing is watched. */
  public Optional<Path> in(SchoolId school) {
    return Optional.ofNullable(root).map(all -> SchoolFolder.of(all, school).in());
  }

  /** What the last looks found wrong, of all schools; never silence where nobody has looked. */
  public List<Trouble> troubles() {
    if (root == null) {
      return List.of();
    }
    List<Trouble> troubles = new ArrayList<>();
    leases
        .troubles()
        .forEach(
            (folder, lines) ->
                lines.forEach(line -> troubles.add(new Trouble(school(folder), line))));
    for (String folder : leases.unseen()) {
      troubles.add(
          new Trouble(
              school(folder),
              "Nobody has looked into the folder %s for a quarter of an hour; the disk or the network it lies on may hang."
                  .formatted(folder.isEmpty() ? root : root.resolve(folder))));
    }
    return troubles;
  }

  /** What stands wrong with the folder of one school. */
  public List<String> troubles(SchoolId school) {
    return troubles().stream()
        .filter(trouble -> school.equals(trouble.school()))
        .map(Trouble::words)
        .toList();
  }

  /** One look into every folder that no other node is at. */
  public synchronized void look() {
    if (root == null) {
      return;
    }
    List<School> all = schools.all();
    if (leases.claim(ROOT, node)) {
      leases.looked(ROOT, node, root(root, all));
    }
    for (School school : all) {
      String folder = school.id().value();
      if (leases.claim(folder, node)) {
        List<String> troubles = new ArrayList<>();
        try {
          look(SchoolFolder.of(root, school.id()), troubles);
        } catch (RuntimeException e) {
          log.error("the watched folder of school {} could not be looked after", folder, e);
          troubles.add("The program failed at the folder; its log says why.");
        } finally {
          leases.looked(folder, node, troubles);
        }
      }
    }
  }

  private List<String> root(Path root, List<School> all) {
    Set<String> known = all.stream().map(school -> school.id().value()).collect(Collectors.toSet());
    try {
      disk.prepare(root);
      return disk.list(root).stream()
          .filter(entry -> entry.what() == FoundFile.What.FOLDER && !entry.isHidden())
          .filter(entry -> !known.contains(entry.name()))
          .map(
              entry ->
                  "The folder %s bears the name of no school; nobody looks into it."
                      .formatted(root.resolve(entry.name())))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of("The folder %s cannot be read: %s".formatted(root, Faults.words(e)));
    }
  }

  private void look(SchoolFolder folder, List<String> troubles) {
    Sightings seen = sightings.computeIfAbsent(folder.school(), school -> new Sightings());
    try {
      disk.prepare(folder);
      List<FoundFile> found =
          disk.list(folder.in()).stream()
              .filter(file -> !file.isHidden())
              .sorted(Comparator.comparing(FoundFile::modified).thenComparing(FoundFile::name))
              .toList();
      seen.look(found);
      taking.take(folder, found, seen, troubles);
    } catch (IOException e) {
      troubles.add("The folder %s cannot be used: %s".formatted(folder.own(), Faults.words(e)));
      return;
    }
    working.work(folder, () -> leases.stillMine(folder.school().value(), node), troubles);
  }

  private static @Nullable SchoolId school(String folder) {
    return folder.equals(ROOT) ? null : new SchoolId(Objects.requireNonNull(folder));
  }
}
