package uk.attendance.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator adds a person to the school that they work at. */
@Component
public class AddingPeople {

  private final Accounts accounts;
  private final PeopleOfSchool people;
  private final GrantingRoles roles;

  AddingPeople(Accounts accounts, PeopleOfSchool people, GrantingRoles roles) {
    this.accounts = accounts;
    this.people = people;
    this.roles = roles;
  }

  /**
   * @return the account: the one that this email already has, where the person works elsewhere too
   */
  @Transactional
  public AccountId add(Administrator by, PersonDetails details, GrantingRoles.Wanted wanted) {
    by.mustBeOne("adding a person");
    details.mustBeComplete();
    Optional<Account> known = accounts.find(details.email());
    if (known.isPresent() && people.find(known.get().id(), by.school(), by.scope()).isPresent()) {
      throw new ChangeRefused("email", "Somebody at this school already has this email address");
    }
    AccountId id =
        known
            .map(Account::id)
            .orElseGet(
                () ->
                    accounts.create(
                        details.email(), details.name(), details.title(), false, by.person()));
    roles.give(by, id, wanted);
    return id;
  }
}
