package uk.attendance.worklist;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.school.SchoolId;

/** Views of the worklist that a person keeps by name, at one school. */
@Component
public class SavedViews {

  private final JdbcClient jdbc;

  SavedViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param query of the address, such as {@code whose=all&due=overdue}
   */
  public record SavedView(long id, String name, String query) {}

  /** By name. */
  public List<SavedView> of(AccountId person, SchoolId school) {
    return jdbc.sql(
            """
            select id, name, query from saved_view
            where account_id = :person and school_id = :school order by name, id
            """)
        .param("person", person.value())
        .param("school", school.value())
        .query(
            (row, n) ->
                new SavedView(row.getLong("id"), row.getString("name"), row.getString("query")))
        .list();
  }

  /** Keeps a view; one of the same name is replaced. */
  public void keep(AccountId person, SchoolId school, String name, String query) {
    try {
      if (replace(person, school, name, query) == 0) {
        jdbc.sql(
                """
                insert into saved_view (account_id, school_id, name, query)
                values (:person, :school, :name, :query)
                """)
            .param("person", person.value())
            .param("school", school.value())
            .param("name", name)
            .param("query", query)
            .update();
      }
    } catch (DuplicateKeyException pressedTwice) {
      replace(person, school, name, query);
    }
  }

  /** Keeps it no longer; does nothing to a view of somebody else. */
  public void drop(long id, AccountId person) {
    jdbc.sql("delete from saved_view where id = :id and account_id = :person")
        .param("id", id)
        .param("person", person.value())
        .update();
  }

  /** The columns that the person chose, as they were kept. */
  public Optional<List<String>> columns(AccountId person) {
    return jdbc.sql("select columns from worklist_columns where account_id = :person")
        .param("person", person.value())
        .query(String.class)
        .optional()
        .map(columns -> columns.isEmpty() ? List.of() : List.of(columns.split(",")));
  }

  public void choose(AccountId person, List<String> columns) {
    jdbc.sql(
            """
            merge into worklist_columns t
            using (values (cast(:person as bigint), cast(:columns as varchar(200))))
              s (account_id, columns)
            on (t.account_id = s.account_id)
            when matched then update set columns = s.columns
            when not matched then insert (account_id, columns) values (s.account_id, s.columns)
            """)
        .param("person", person.value())
        .param("columns", String.join(",", columns))
        .update();
  }

  private int replace(AccountId person, SchoolId school, String name, String query) {
    return jdbc.sql(
            """
            update saved_view set query = :query
            where account_id = :person and school_id = :school and name = :name
            """)
        .param("query", query)
        .param("person", person.value())
        .param("school", school.value())
        .param("name", name)
        .update();
  }
}
