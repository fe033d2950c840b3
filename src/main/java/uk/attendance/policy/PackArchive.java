package uk.attendance.policy;

import java.util.List;
import java.util.Optional;

/** Keeps every pack that ever ran, so that a case can go on under the one it began with. */
interface PackArchive {

  /**
   * Keeps a pack if it is not kept yet.
   *
   * @return the version it is known by: a revision such as {@code 2024-09.1+2024-08.1~2} where
   *     other content is already kept under the same version
   * @throws ChangedUnderItsVersion where that is not allowed
   */
  PackVersion keep(PackVersion version, PackContent content);

  Optional<PackContent> find(PackVersion version);

  /** All versions of a pack, the newest first. */
  List<StoredVersion> versions(String pack);
}
