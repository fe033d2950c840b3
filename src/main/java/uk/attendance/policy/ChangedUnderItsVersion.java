package uk.attendance.policy;

/** A pack holds other content than the same version held before. */
class ChangedUnderItsVersion extends RuntimeException {

  ChangedUnderItsVersion(PackVersion version) {
    super(
        "%s: the content changed and the version is still '%s'; needed: a new 'version' here or, where only the national pack changed, there"
            .formatted(PackFiles.path(version.pack(), PackFiles.POLICY), version.version()));
  }
}
