package uk.attendance.policy;

import java.time.Instant;

/** A pack as it was first seen here. */
public record StoredVersion(PackVersion version, String contentHash, Instant storedAt) {}
