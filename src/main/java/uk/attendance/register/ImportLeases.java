package uk.attendance.register;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which node is at work on which file. Only a courtesy that saves double work: that a file goes in
 * once is seen to by the lock per school and by the state. Times are the database's, the same for
 * all nodes and going on where a demonstration's clock stands still.
 */
@Repository
class ImportLeases {

  private final JdbcClient jdbc;
  private final ImportSettings settings;

  ImportLeases(JdbcClient jdbc, ImportSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Files that no living node is at work on, oldest first. */
  List<ImportId> leftBehind() {
    return jdbc.sql(
            """
            select id from register_import where state in ('RECEIVED', 'CONFIRMED')
              and (lease_until is null or lease_until < current_timestamp)
            order by id
            """)
        .query((row, n) -> new ImportId(row.getLong("id")))
        .list();
  }

  /** Takes the file for this node; false when another one has it or nothing is left to do. */
  boolean claim(ImportId id, String node) {
    return jdbc.sql(
                """
                update register_import
                set lease_by = :node, lease_until = current_timestamp + cast(:seconds as integer) * interval '1' second,
                  attempts = attempts + 1
                where id = :id and state in ('RECEIVED', 'CONFIRMED')
                  and (lease_until is null or lease_until < current_timestamp)
                """)
            .param("node", node)
            .param("seconds", settings.lease().toSeconds())
            .param("id", id.value())
            .update()
        == 1;
  }

  void stillAtWork(ImportId id, String node, int rows) {
    jdbc.sql(
            """
            update register_import
            set lease_until = current_timestamp + cast(:seconds as integer) * interval '1' second, rows_read = :rows
            where id = :id and lease_by = :node and state = 'RECEIVED'
            """)
        .param("rows", rows)
        .param("seconds", settings.lease().toSeconds())
        .param("id", id.value())
        .param("node", node)
        .update();
  }

  void release(ImportId id, String node) {
    jdbc.sql(
            """
            update register_import set lease_by = null, lease_until = null
            where id = :id and lease_by = :node
            """)
        .param("id", id.value())
        .param("node", node)
        .update();
  }

  void forgetAttempts(ImportId id) {
    jdbc.sql("update register_import set attempts = 0 where id = :id")
        .param("id", id.value())
        .update();
  }
}
