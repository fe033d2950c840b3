package uk.attendance.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.school.SchoolId;

/** Sees to it that every school of the installation has somebody who can add the others. */
@Component
class FirstAdministrators {

  private static final Logger log = LoggerFactory.getLogger(FirstAdministrators.class);

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final PasswordLinks links;
  private final AccountMail mail;

  FirstAdministrators(JdbcClient jdbc, Accounts accounts, PasswordLinks links, AccountMail mail) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.links = links;
    this.mail = mail;
  }

  void look(SchoolId school, SetUp.FirstAdministrator wanted) {
    if (hasAdministrator(school)) {
      return;
    }
    Account account = accounts.find(wanted.email()).orElseGet(() -> invited(wanted));
    accounts.grant(account.id(), Role.ADMIN, school);
    log.info("set up: account {} administers school {}", account.id(), school);
  }

  private Account invited(SetUp.FirstAdministrator wanted) {
    AccountId id = accounts.create(wanted.email(), wanted.name(), wanted.title(), false);
    Account account = accounts.find(id).orElseThrow();
    PasswordLinks.Made link = links.forInvitation(id);
    if (mail.configured()) {
      mail.invite(account, link);
    } else {
      log.warn(
          "set up: no mail server is configured; account {} sets its password, once, until {}, at {}",
          id,
          link.until(),
          mail.link(link.token()));
    }
    return account;
  }

  private boolean hasAdministrator(SchoolId school) {
    return jdbc.sql(
                """
                select count(*) from account_role r join account a on a.id = r.account_id
                where r.role = 'admin' and a.closed_on is null
                  and (r.school_id = :school
                    or r.trust_id = (select trust_id from school where id = :school))
                """)
            .param("school", school.value())
            .query(Integer.class)
            .single()
        > 0;
  }
}
