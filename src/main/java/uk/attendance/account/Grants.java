package uk.attendance.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.TrustId;

/** The roles that people hold at a school or for a whole trust, and the classes they teach. */
@Component
class Grants {

  private final JdbcClient jdbc;

  Grants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AccountId person, Role role, SchoolId school) {
    jdbc.sql("insert into account_role (account_id, role, school_id) values (:person, :role, :at)")
        .param("person", person.value())
        .param("role", role.key())
        .param("at", school.value())
        .update();
  }

  void add(AccountId person, Role role, TrustId trust) {
    jdbc.sql("insert into account_role (account_id, role, trust_id) values (:person, :role, :at)")
        .param("person", person.value())
        .param("role", role.key())
        .param("at", trust.value())
        .update();
  }

  void add(AccountId person, ClassId taught) {
    jdbc.sql("insert into class_teacher (class_id, account_id) values (:class, :person)")
        .param("class", taught.value())
        .param("person", person.value())
        .update();
  }

  /** Roles held at the school itself, not by way of its trust. */
  Set<Role> at(SchoolId school, AccountId person) {
    return roles(
        jdbc.sql("select role from account_role where account_id = :person and school_id = :school")
            .param("person", person.value())
            .param("school", school.value())
            .query(String.class)
            .list());
  }

  Set<Role> at(TrustId trust, AccountId person) {
    return roles(
        jdbc.sql("select role from account_role where account_id = :person and trust_id = :trust")
            .param("person", person.value())
            .param("trust", trust.value())
            .query(String.class)
            .list());
  }

  Set<ClassId> classes(SchoolId school, AccountId person) {
    return jdbc
        .sql(
            """
            select t.class_id from class_teacher t
            join school_class c on c.id = t.class_id
            where t.account_id = :person and c.school_id = :school
            """)
        .param("person", person.value())
        .param("school", school.value())
        .query(Long.class)
        .list()
        .stream()
        .map(ClassId::new)
        .collect(Collectors.toSet());
  }

  void replace(SchoolId school, AccountId person, Collection<Role> roles) {
    jdbc.sql("delete from account_role where account_id = :person and school_id = :school")
        .param("person", person.value())
        .param("school", school.value())
        .update();
    roles.forEach(role -> add(person, role, school));
  }

  void replace(TrustId trust, AccountId person, Collection<Role> roles) {
    jdbc.sql("delete from account_role where account_id = :person and trust_id = :trust")
        .param("person", person.value())
        .param("trust", trust.value())
        .update();
    roles.forEach(role -> add(person, role, trust));
  }

  void replaceClasses(SchoolId school, AccountId person, Collection<ClassId> classes) {
    jdbc.sql(
            """
            delete from class_teacher where account_id = :person
            and class_id in (select id from school_class where school_id = :school)
            """)
        .param("person", person.value())
        .param("school", school.value())
        .update();
    classes.forEach(taught -> add(person, taught));
  }

  Optional<TrustId> trustOf(SchoolId school) {
    return jdbc.sql("select trust_id from school where id = :school and trust_id is not null")
        .param("school", school.value())
        .query(String.class)
        .optional()
        .map(TrustId::new);
  }

  static Set<Role> roles(List<String> keys) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    keys.forEach(key -> roles.add(Role.of(key)));
    return roles;
  }
}
