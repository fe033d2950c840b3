package uk.attendance.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/**
 * Reads what a person may see, anew for each request, so that a change of roles takes effect at
 * once.
 */
@Component
public class Scopes {

  private final JdbcClient jdbc;

  public Scopes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Scope of(AccountId person) {
    return read(person).scope();
  }

  /** The scope and the schools it spans, by name. */
  public Reach read(AccountId person) {
    Map<SchoolId, Set<Role>> roles = new LinkedHashMap<>();
    List<CurrentSchool> schools = new ArrayList<>();
    jdbc.sql(
            """
            select s.id, s.name, s.pack, r.role
            from account_role r
            join school s on s.id = r.school_id or s.trust_id = r.trust_id
            where r.account_id = :person
            order by s.name, s.id
            """)
        .param("person", person.value())
        .query(
            row -> {
              SchoolId school = new SchoolId(row.getString("id"));
              if (!roles.containsKey(school)) {
                schools.add(
                    new CurrentSchool(school, row.getString("name"), row.getString("pack")));
              }
              roles
                  .computeIfAbsent(school, any -> EnumSet.noneOf(Role.class))
                  .add(Role.of(row.getString("role")));
            });
    return new Reach(new Scope(roles, classes(person)), List.copyOf(schools));
  }

  private Set<ClassId> classes(AccountId person) {
    return jdbc
        .sql("select class_id from class_teacher where account_id = :person")
        .param("person", person.value())
        .query(Long.class)
        .list()
        .stream()
        .map(ClassId::new)
        .collect(Collectors.toSet());
  }

  public record Reach(Scope scope, List<CurrentSchool> schools) {}
}
