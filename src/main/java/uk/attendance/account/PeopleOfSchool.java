package uk.attendance.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/** Who works at a school, with roles, classes and where their accounts stand. */
@Component
public class PeopleOfSchool {

  private final JdbcClient jdbc;
  private final Attempts attempts;
  private final AccountEvents events;

  PeopleOfSchool(JdbcClient jdbc, Attempts attempts, AccountEvents events) {
    this.jdbc = jdbc;
    this.attempts = attempts;
    this.events = events;
  }

  /** By name, also those whose accounts are closed. */
  public List<Person> list(SchoolId school, Scope reader) {
    List<Account> accounts =
        jdbc.sql(
                "select "
                    + Accounts.COLUMNS
                    + """
                     from account where id in (
                      select r.account_id from account_role r
                      join school s on s.id = r.school_id or s.trust_id = r.trust_id
                      where s.id = :school)
                    order by name, id
                    """)
            .param("school", school.value())
            .query(Accounts::account)
            .list();
    if (accounts.isEmpty()) {
      return List.of();
    }
    Map<AccountId, Roles> roles = roles(school, accounts, reader);
    Map<AccountId, List<Person.SchoolClass>> classes = classes(school);
    Map<String, Instant> waiting = attempts.waiting(accounts.stream().map(Account::email).toList());
    return accounts.stream()
        .map(
            account -> {
              Roles held = roles.getOrDefault(account.id(), new Roles());
              return new Person(
                  account,
                  held.here,
                  held.trust,
                  classes.getOrDefault(account.id(), List.of()),
                  held.elsewhere,
                  waiting.get(account.email()));
            })
        .toList();
  }

  public Optional<Person> find(AccountId id, SchoolId school, Scope reader) {
    return list(school, reader).stream()
        .filter(person -> person.account().id().equals(id))
        .findFirst();
  }

  /** Newest first. */
  public List<AccountEvent> events(Person person) {
    return events.of(person.account().id());
  }

  public List<Person.SchoolClass> classesOf(SchoolId school) {
    return jdbc.sql("select id, name from school_class where school_id = :school order by name")
        .param("school", school.value())
        .query(
            (row, number) ->
                new Person.SchoolClass(new ClassId(row.getLong("id")), row.getString("name")))
        .list();
  }

  private Map<AccountId, Roles> roles(SchoolId school, List<Account> accounts, Scope reader) {
    Set<SchoolId> administered = reader.schoolsWith(Role.ADMIN);
    Map<AccountId, Roles> held = new HashMap<>();
    jdbc.sql(
            """
            select r.account_id, r.role, r.trust_id, s.id as school_id
            from account_role r join school s on s.id = r.school_id or s.trust_id = r.trust_id
            where r.account_id in (:accounts)
            """)
        .param("accounts", accounts.stream().map(account -> account.id().value()).toList())
        .query(
            row -> {
              Roles roles =
                  held.computeIfAbsent(
                      new AccountId(row.getLong("account_id")), any -> new Roles());
              SchoolId place = new SchoolId(row.getString("school_id"));
              if (place.equals(school)) {
                (row.getString("trust_id") == null ? roles.here : roles.trust)
                    .add(Role.of(row.getString("role")));
              } else if (!administered.contains(place)) {
                roles.elsewhere = true;
              }
            });
    return held;
  }

  private Map<AccountId, List<Person.SchoolClass>> classes(SchoolId school) {
    Map<AccountId, List<Person.SchoolClass>> taught = new HashMap<>();
    jdbc.sql(
            """
            select t.account_id, c.id, c.name from class_teacher t
            join school_class c on c.id = t.class_id
            where c.school_id = :school order by c.name
            """)
        .param("school", school.value())
        .query(
            row -> {
              taught
                  .computeIfAbsent(
                      new AccountId(row.getLong("account_id")), any -> new ArrayList<>())
                  .add(
                      new Person.SchoolClass(
                          new ClassId(row.getLong("id")), row.getString("name")));
            });
    return taught;
  }

  private static final class Roles {
    private final Set<Role> here = EnumSet.noneOf(Role.class);
    private final Set<Role> trust = EnumSet.noneOf(Role.class);
    private boolean elsewhere;
  }
}
