package uk.attendance.demo;

import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Role;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RoleTitles;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.TrustId;

/** Gives the made-up staff their accounts; who has one already keeps it as it is. */
@Component
@Profile("demo")
class EmployingStaff {

  static final String PASSWORD = "demonstration";

  private final Accounts accounts;
  private final PolicyPacks packs;
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  EmployingStaff(
      Accounts accounts, PolicyPacks packs, JdbcClient jdbc, TransactionOperations transaction) {
    this.accounts = accounts;
    this.packs = packs;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  void at(MadeUpSchool school) {
    MadeUpStaff.ofTheTrustOf(school).forEach(member -> employ(member, school));
    MadeUpStaff.of(school).forEach(member -> employ(member, school));
  }

  private void employ(MadeUpStaff.Member member, MadeUpSchool school) {
    if (accounts.find(member.email()).isPresent()) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          AccountId id =
              accounts.create(member.email(), member.name(), title(member, school), true);
          accounts.setPassword(id, PASSWORD);
          if (member.trust()) {
            accounts.grant(id, member.role(), new TrustId(Objects.requireNonNull(school.trust())));
          } else {
            accounts.grant(id, member.role(), new SchoolId(school.id()));
          }
          if (member.taught() != null) {
            accounts.teaches(id, classOf(school, member.taught()));
          }
        });
  }

  /** What the school's policy calls the position; the manager's title there is a trust's. */
  String title(MadeUpStaff.Member member, MadeUpSchool school) {
    RoleTitles titles = packs.pack(school.pack()).roles().get(member.role().key());
    boolean ofATrust = member.role() == Role.MANAGER && !member.trust();
    return titles == null || ofATrust ? member.role().words() : titles.title();
  }

  private ClassId classOf(MadeUpSchool school, String name) {
    return new ClassId(
        jdbc.sql("select id from school_class where school_id = :school and name = :name")
            .params(Map.of("school", school.id(), "name", name))
            .query(Long.class)
            .single());
  }
}
