package uk.attendance.register;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.AmendmentChain.Head;
import uk.attendance.register.AmendmentChain.Link;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** All amendments; they are only ever added (NF-R4). */
@Repository
public class Amendments {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  Amendments(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A change that is about to be made, not yet in a chain. */
  record Change(
      PupilId pupil,
      LocalDate day,
      Session session,
      String original,
      String amended,
      String reason,
      Author by) {}

  /** Of one pupil, newest first. */
  public List<Amendment> of(PupilId pupil, Scope scope) {
    return jdbc.sql(
            "select a.* from amendment a join pupil p on p.id = a.pupil_id where p.id = :pupil and "
                + scope.pupils("p")
                + " order by a.position desc")
        .param("pupil", pupil.value())
        .params(scope.parameters())
        .query((row, n) -> link(row).amendment())
        .list();
  }

  /** Those that a file brought, by day; at most so many. */
  public List<Amendment> of(ImportId id, Scope scope, int atMost) {
    return jdbc.sql(
            "select a.* from amendment a join pupil p on p.id = a.pupil_id where a.import_id = :id"
                + " and "
                + scope.pupils("p")
                + " order by a.marked_on, a.session, p.last_name, p.first_name limit :atMost")
        .param("id", id.value())
        .param("atMost", atMost)
        .params(scope.parameters())
        .query((row, n) -> link(row).amendment())
        .list();
  }

  /** Adds the changes to their pupils' chains. The caller holds the {@link SchoolLock}. */
  void append(SchoolId school, List<Change> changes, Instant at, @Nullable ImportId importId) {
    Map<Long, Head> heads =
        heads(changes.stream().map(change -> change.pupil().value()).collect(Collectors.toSet()));
    List<Link> links = new ArrayList<>(changes.size());
    for (Change change : changes) {
      Head head = heads.getOrDefault(change.pupil().value(), Head.NONE);
      Link link = AmendmentChain.link(amendment(change, head, at, importId), head, salt());
      heads.put(change.pupil().value(), new Head(head.position() + 1, link.hash()));
      links.add(link);
    }
    insert(school, links);
  }

  /** The links of a school's pupils, each pupil's in order; close the stream. */
  Stream<Link> links(SchoolId school) {
    return jdbc
        .sql("select * from amendment where school_id = :school order by pupil_id, position")
        .param("school", school.value())
        .query((row, n) -> link(row))
        .stream();
  }

  private Map<Long, Head> heads(Set<Long> pupils) {
    Map<Long, Head> heads = new HashMap<>();
    if (!pupils.isEmpty()) {
      jdbc.sql(
              """
              select a.pupil_id, a.position, a.hash from amendment a
              where a.pupil_id in (:pupils) and a.position =
                (select max(b.position) from amendment b where b.pupil_id = a.pupil_id)
              """)
          .param("pupils", pupils)
          .query(
              row -> {
                heads.put(
                    row.getLong("pupil_id"),
                    new Head(row.getInt("position"), row.getString("hash")));
              });
    }
    return heads;
  }

  private static Amendment amendment(
      Change change, Head head, Instant at, @Nullable ImportId importId) {
    return new Amendment(
        change.pupil(),
        head.position() + 1,
        change.day(),
        change.session(),
        change.original(),
        change.amended(),
        change.reason(),
        change.by(),
        at,
        importId);
  }

  private void insert(SchoolId school, List<Link> links) {
    batches.batchUpdate(
        """
        insert into amendment (pupil_id, position, school_id, marked_on, session, original, amended,
          reason, amended_by, title, amended_at, import_id, salt, digest, previous, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        links,
        500,
        (statement, link) -> {
          Amendment amendment = link.amendment();
          ImportId importId = amendment.importId();
          statement.setLong(1, amendment.pupil().value());
          statement.setInt(2, amendment.position());
          statement.setString(3, school.value());
          statement.setObject(4, amendment.day());
          statement.setString(5, amendment.session().name());
          statement.setString(6, amendment.original());
          statement.setString(7, amendment.amended());
          statement.setString(8, amendment.reason());
          statement.setString(9, amendment.by().name());
          statement.setString(10, amendment.by().title());
          statement.setObject(11, RegisterImports.utc(amendment.at()));
          statement.setObject(
              12, importId == null ? null : importId.value(), java.sql.Types.BIGINT);
          statement.setString(13, link.salt());
          statement.setString(14, link.digest());
          statement.setString(15, link.previous());
          statement.setString(16, link.hash());
        });
  }

  private static String salt() {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  private static Link link(ResultSet row) throws SQLException {
    long importId = row.getLong("import_id");
    ImportId from = row.wasNull() ? null : new ImportId(importId);
    return new Link(
        new Amendment(
            new PupilId(row.getLong("pupil_id")),
            row.getInt("position"),
            row.getObject("marked_on", LocalDate.class),
            Session.valueOf(row.getString("session")),
            row.getString("original"),
            row.getString("amended"),
            row.getString("reason"),
            new Author(row.getString("amended_by"), row.getString("title")),
            row.getObject("amended_at", OffsetDateTime.class).toInstant(),
            from),
        row.getString("salt"),
        row.getString("digest"),
        row.getString("previous"),
        row.getString("hash"));
  }
}
