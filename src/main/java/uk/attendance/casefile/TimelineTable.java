package uk.attendance.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.casefile.TimelineChain.Head;
import uk.attendance.casefile.TimelineChain.Link;

/** Where timelines are stored. */
@Repository
public class TimelineTable {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  public TimelineTable(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** The ends of the chains, held for this transaction so that no other node adds to them. */
  Map<Long, Head> lockedHeads(Set<Long> cases) {
    Map<Long, Head> heads = new HashMap<>();
    jdbc.sql("select id, entries, head from case_file where id in (:cases) order by id for update")
        .param("cases", cases)
        .query(
            row -> {
              heads.put(row.getLong("id"), new Head(row.getInt("entries"), row.getString("head")));
            });
    return heads;
  }

  void insert(List<Link> links) {
    batches.batchUpdate(
        """
        insert into case_entry (case_id, position, at, kind, element, words, why, reference, actor, title,
          salt, digest, previous, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        links,
        BATCH,
        (statement, link) -> {
          Entry entry = link.entry();
          statement.setLong(1, entry.caseId().value());
          statement.setInt(2, entry.position());
          statement.setObject(3, utc(entry.at()));
          statement.setString(4, entry.kind().name());
          statement.setString(5, entry.element());
          statement.setString(6, entry.words());
          statement.setString(7, link.why());
          statement.setString(8, entry.reference());
          statement.setString(9, entry.actor());
          statement.setString(10, entry.title());
          statement.setString(11, link.salt());
          statement.setString(12, link.digest());
          statement.setString(13, link.previous());
          statement.setString(14, link.hash());
        });
  }

  /** With its first entries, a case that was just opened has the process written that runs it. */
  void remember(Map<Long, Head> heads) {
    List<Map.Entry<Long, Head>> opened =
        heads.entrySet().stream().filter(end -> started(end.getKey()).isPresent()).toList();
    List<Map.Entry<Long, Head>> others =
        heads.entrySet().stream().filter(end -> started(end.getKey()).isEmpty()).toList();
    batches.batchUpdate(
        "update case_file set entries = ?, head = ? where id = ?",
        others,
        BATCH,
        (statement, end) -> {
          statement.setInt(1, end.getValue().entries());
          statement.setString(2, end.getValue().hash());
          statement.setLong(3, end.getKey());
        });
    batches.batchUpdate(
        "update case_file set entries = ?, head = ?, instance_id = ?, definition_id = ? where id = ?",
        opened,
        BATCH,
        (statement, end) -> {
          statement.setInt(1, end.getValue().entries());
          statement.setString(2, end.getValue().hash());
          CaseFile file = started(end.getKey()).orElseThrow();
          statement.setString(3, file.instance());
          statement.setString(4, file.definition());
          statement.setLong(5, end.getKey());
        });
  }

  private static Optional<CaseFile> started(Long id) {
    return CasesInHand.now()
        .flatMap(hand -> hand.find(new CaseId(id)))
        .filter(file -> !file.instance().isEmpty());
  }

  List<Link> of(CaseId id) {
    return jdbc.sql("select * from case_entry where case_id = :id order by position")
        .param("id", id.value())
        .query((row, n) -> link(row))
        .list();
  }

  List<Entry> of(Collection<CaseId> cases, EntryKind kind) {
    return cases.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select * from case_entry where case_id in (:cases) and kind = :kind order by at, case_id, position")
            .param("cases", cases.stream().map(CaseId::value).toList())
            .param("kind", kind.name())
            .query((row, n) -> link(row).entry())
            .list();
  }

  Head head(CaseId id) {
    return jdbc.sql("select entries, head from case_file where id = :id")
        .param("id", id.value())
        .query((row, n) -> new Head(row.getInt("entries"), row.getString("head")))
        .single();
  }

  private static Link link(ResultSet row) throws SQLException {
    String why = row.getString("why");
    return new Link(
        new Entry(
            new CaseId(row.getLong("case_id")),
            row.getInt("position"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            EntryKind.valueOf(row.getString("kind")),
            row.getString("element"),
            row.getString("words"),
            why == null ? null : WhyJson.read(why),
            row.getString("reference"),
            row.getString("actor"),
            row.getString("title")),
        why,
        row.getString("salt"),
        row.getString("digest"),
        row.getString("previous"),
        row.getString("hash"));
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
