package uk.attendance.folder;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which node looks after which folder, by the database's clock. One that dies leaves its folder to
 * the others after its lease.
 */
@Component
class FolderLeases {

  private static final int LEASE_SECONDS = 300;
  private static final int UNSEEN_SECONDS = 900;
  private static final int TROUBLES = 4000;

  private final JdbcClient jdbc;

  FolderLeases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean claim(String folder, String node) {
    if (take(folder, node)) {
      return true;
    }
    return isNew(folder) && take(folder, node);
  }

  /** Holds it longer; false when another node has it by now. */
  boolean stillMine(String folder, String node) {
    return jdbc.sql(
                """
                update folder_watch
                set lease_until = current_timestamp + cast(:seconds as integer) * interval '1' second
                where folder = :folder and lease_by = :node
                """)
            .param("seconds", LEASE_SECONDS)
            .param("folder", folder)
            .param("node", node)
            .update()
        == 1;
  }

  /** The look is over. */
  void looked(String folder, String node, List<String> troubles) {
    String text = String.join("\n", troubles);
    jdbc.sql(
            """
            update folder_watch set lease_by = null, lease_until = null,
              looked_at = current_timestamp, troubles = :troubles
            where folder = :folder and lease_by = :node
            """)
        .param("troubles", text.length() <= TROUBLES ? text : text.substring(0, TROUBLES))
        .param("folder", folder)
        .param("node", node)
        .update();
  }

  /** What the last looks found wrong, by folder, in order. */
  Map<String, List<String>> troubles() {
    Map<String, List<String>> troubles = new TreeMap<>();
    jdbc.sql("select folder, troubles from folder_watch where troubles is not null")
        .query(
            row -> {
              List<String> lines =
                  row.getString("troubles").lines().filter(line -> !line.isBlank()).toList();
              if (!lines.isEmpty()) {
                troubles.put(row.getString("folder"), lines);
              }
            });
    return troubles;
  }

  /** Folders that nobody has looked into for so long that something must be wrong. */
  List<String> unseen() {
    return jdbc.sql(
            """
            select folder from folder_watch
            where looked_at < current_timestamp - cast(:seconds as integer) * interval '1' second
            order by folder
            """)
        .param("seconds", UNSEEN_SECONDS)
        .query(String.class)
        .list();
  }

  private boolean take(String folder, String node) {
    return jdbc.sql(
                """
                update folder_watch set lease_by = :node,
                  lease_until = current_timestamp + cast(:seconds as integer) * interval '1' second
                where folder = :folder and (lease_until is null or lease_until < current_timestamp)
                """)
            .param("node", node)
            .param("seconds", LEASE_SECONDS)
            .param("folder", folder)
            .update()
        == 1;
  }

  private boolean isNew(String folder) {
    if (jdbc.sql("select count(*) from folder_watch where folder = :folder")
            .param("folder", folder)
            .query(Integer.class)
            .single()
        > 0) {
      return false;
    }
    try {
      jdbc.sql("insert into folder_watch (folder) values (:folder)")
          .param("folder", folder)
          .update();
    } catch (DuplicateKeyException another) {
      // the row is there, which is all that was wanted
    }
    return true;
  }
}
