package uk.attendance.policy;

import java.util.List;
import java.util.Optional;

/** Keeps nothing: for tests that need no database. */
final class NoArchive implements PackArchive {

  @Override
  public PackVersion keep(PackVersion version, PackContent content) {
    return version;
  }

  @Override
  public Optional<PackContent> find(PackVersion version) {
    return Optional.empty();
  }

  @Override
  public List<StoredVersion> versions(String pack) {
    return List.of();
  }
}
