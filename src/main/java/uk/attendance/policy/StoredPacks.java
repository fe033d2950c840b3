package uk.attendance.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The archive of packs in the database. */
final class StoredPacks implements PackArchive {

  private final JdbcClient database;
  private final Clock clock;
  private final boolean versionsAreFinal;

  /**
   * @param versionsAreFinal whether changed content needs a new version, as in production;
   *     otherwise it is kept as a revision, so that a pack can be tried
   */
  StoredPacks(JdbcClient database, Clock clock, boolean versionsAreFinal) {
    this.database = database;
    this.clock = clock;
    this.versionsAreFinal = versionsAreFinal;
  }

  @Override
  public PackVersion keep(PackVersion version, PackContent content) {
    String hash = content.hash();
    for (int revision = 1; ; revision++) {
      PackVersion name =
          revision == 1
              ? version
              : new PackVersion(version.pack(), version.version() + "~" + revision);
      String kept = hash(name).orElseGet(() -> insert(name, hash, content));
      if (kept.equals(hash)) {
        return name;
      }
      if (versionsAreFinal) {
        throw new ChangedUnderItsVersion(version);
      }
    }
  }

  /** Another node that starts at the same time may be first; then its hash counts. */
  private String insert(PackVersion version, String hash, PackContent content) {
    try {
      database
          .sql(
              "insert into policy_pack (pack, version, content_hash, content, stored_at) values (?, ?, ?, ?, ?)")
          .params(
              version.pack(),
              version.version(),
              hash,
              content.text(),
              OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
          .update();
      return hash;
    } catch (DuplicateKeyException e) {
      return hash(version).orElseThrow(() -> e);
    }
  }

  private Optional<String> hash(PackVersion version) {
    return database
        .sql("select content_hash from policy_pack where pack = ? and version = ?")
        .params(version.pack(), version.version())
        .query(String.class)
        .optional();
  }

  @Override
  public Optional<PackContent> find(PackVersion version) {
    return database
        .sql("select content from policy_pack where pack = ? and version = ?")
        .params(version.pack(), version.version())
        .query((row, number) -> new PackContent(row.getString("content")))
        .optional();
  }

  @Override
  public List<StoredVersion> versions(String pack) {
    return database
        .sql(
            "select pack, version, content_hash, stored_at from policy_pack where pack = ? order by stored_at desc, version desc")
        .param(pack)
        .query(StoredPacks::version)
        .list();
  }

  private static StoredVersion version(ResultSet row, int number) throws SQLException {
    return new StoredVersion(
        new PackVersion(row.getString("pack"), row.getString("version")),
        row.getString("content_hash"),
        row.getObject("stored_at", OffsetDateTime.class).toInstant());
  }
}
