package uk.attendance.folder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.school.SchoolId;

/** All files that were ever taken from watched folders. */
@Component
public class FolderFiles {

  private static final int SENTENCE = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;

  FolderFiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The newest first; none of a school out of scope. */
  public List<FolderFile> latest(SchoolId school, int limit, Scope scope) {
    return scope.schools().contains(school)
        ? jdbc.sql(
                """
                select * from folder_file where school_id = :school
                order by id desc fetch first :limit rows only
                """)
            .param("school", school.value())
            .param("limit", limit)
            .query(FolderFiles::file)
            .list()
        : List.of();
  }

  /** Files that ended as failed since then. */
  public int countFailed(SchoolId school, Instant since) {
    return jdbc.sql(
            """
            select count(*) from folder_file
            where school_id = :school and outcome = 'FAILED' and taken_at > :since
            """)
        .param("school", school.value())
        .param("since", utc(since))
        .query(Integer.class)
        .single();
  }

  /** Files of people that wait for a person's yes. */
  public List<FolderFile> waitingForAYes(SchoolId school) {
    return jdbc.sql(
            """
            select f.* from folder_file f join people_import p on p.id = f.people_import_id
            where f.school_id = :school and f.outcome = 'DONE' and p.state = 'WAITING'
            order by f.id
            """)
        .param("school", school.value())
        .query(FolderFiles::file)
        .list();
  }

  /** Files that lie in neither done nor failed yet, in the order in which they were exported. */
  List<FolderFile> underWay(SchoolId school) {
    return jdbc.sql(
            """
            select * from folder_file where school_id = :school and ended_at is null
            order by modified_at, id
            """)
        .param("school", school.value())
        .query(FolderFiles::file)
        .list();
  }

  long add(SchoolId school, FoundFile file, String takenName) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into folder_file (school_id, name, taken_name, size_bytes, modified_at, taken_at)
            values (:school, :name, :taken, :size, :modified, :now)
            """)
        .param("school", school.value())
        .param("name", file.name())
        .param("taken", takenName)
        .param("size", file.size())
        .param("modified", utc(file.modified()))
        .param("now", utc(clock.instant()))
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** Another node was quicker, or the file was not complete after all. */
  void forget(long id) {
    jdbc.sql("delete from folder_file where id = :id and outcome is null").param("id", id).update();
  }

  /**
   * One more attempt.
   *
   * @return false when a node that was believed dead makes it, or has made it
   */
  boolean begin(FolderFile file) {
    return jdbc.sql(
                """
                update folder_file set attempts = attempts + 1
                where id = :id and attempts = :attempts and outcome is null
                """)
            .param("id", file.id())
            .param("attempts", file.attempts())
            .update()
        == 1;
  }

  /** The file is known where its kind of file is kept; from here on it is not brought in again. */
  void isKept(long id, Kind kind, @Nullable Long registerFile, @Nullable Long peopleFile) {
    jdbc.sql(
            """
            update folder_file set kind = :kind, register_import_id = :register,
              people_import_id = :people
            where id = :id
            """)
        .param("kind", kind.name())
        .param("register", registerFile)
        .param("people", peopleFile)
        .param("id", id)
        .update();
  }

  void decided(long id, Outcome outcome, String sentence) {
    jdbc.sql(
            """
            update folder_file set outcome = :outcome, sentence = :sentence
            where id = :id and outcome is null
            """)
        .param("outcome", outcome.name())
        .param(
            "sentence",
            sentence.length() <= SENTENCE ? sentence : sentence.substring(0, SENTENCE - 1) + "…")
        .param("id", id)
        .update();
  }

  /**
   * The name under which the file is to lie; this one, where it has none yet.
   *
   * @return empty when another file of the school has that name there
   */
  Optional<String> reserve(long id, String endedName) {
    try {
      jdbc.sql("update folder_file set ended_name = :name where id = :id and ended_name is null")
          .param("name", endedName)
          .param("id", id)
          .update();
    } catch (DuplicateKeyException taken) {
      return Optional.empty();
    }
    return jdbc.sql("select ended_name from folder_file where id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  void ended(long id) {
    jdbc.sql("update folder_file set ended_at = :now where id = :id")
        .param("now", utc(clock.instant()))
        .param("id", id)
        .update();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static FolderFile file(ResultSet row, int n) throws SQLException {
    String kind = row.getString("kind");
    String outcome = row.getString("outcome");
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new FolderFile(
        row.getLong("id"),
        new SchoolId(row.getString("school_id")),
        row.getString("name"),
        row.getString("taken_name"),
        row.getLong("size_bytes"),
        row.getObject("modified_at", OffsetDateTime.class).toInstant(),
        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
        kind == null ? null : Kind.valueOf(kind),
        row.getObject("register_import_id", Long.class),
        row.getObject("people_import_id", Long.class),
        row.getInt("attempts"),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("sentence"),
        row.getString("ended_name"),
        ended == null ? null : ended.toInstant());
  }
}
