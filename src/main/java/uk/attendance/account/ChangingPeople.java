package uk.attendance.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does with the accounts of a school; each change is kept as an {@link
 * AccountEvent}. What concerns the whole account (its name, its end) is only for somebody who
 * administers every school where the person works.
 */
@Component
public class ChangingPeople {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final Accounts accounts;
  private final PeopleOfSchool people;
  private final RunningSessions sessions;
  private final AccountEvents events;
  private final Clock clock;

  ChangingPeople(
      Accounts accounts,
      PeopleOfSchool people,
      RunningSessions sessions,
      AccountEvents events,
      Clock clock) {
    this.accounts = accounts;
    this.people = people;
    this.sessions = sessions;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public void changeDetails(Administrator by, AccountId id, PersonDetails details) {
    Account account = whole(by, id, "changing the details of a person");
    details.mustBeComplete();
    accounts
        .find(details.email())
        .filter(other -> !other.id().equals(id))
        .ifPresent(
            other -> {
              throw new ChangeRefused("email", "Another account has this email address");
            });
    PersonDetails before = new PersonDetails(account.name(), account.title(), account.email());
    if (before.equals(details)) {
      return;
    }
    accounts.changeDetails(id, details.email(), details.name(), details.title());
    events.add(
        id,
        AccountEvent.Kind.DETAILS_CHANGED,
        "From %s, %s, %s to %s, %s, %s"
            .formatted(
                before.name(),
                before.title(),
                before.email(),
                details.name(),
                details.title(),
                details.email()),
        by.person());
  }

  /** From that day on nobody signs in with the account; what it did stays under its name. */
  @Transactional
  public void close(Administrator by, AccountId id, @Nullable LocalDate day) {
    whole(by, id, "closing an account");
    if (by.is(id)) {
      throw new ChangeRefused(
          "day", "You cannot close your own account. Another administrator can");
    }
    if (day == null) {
      throw new ChangeRefused("day", "Enter the first day without access, for example 1 9 2026");
    }
    accounts.closeOn(id, day);
    if (!LocalDate.now(clock).isBefore(day)) {
      sessions.end(id);
    }
    events.add(id, AccountEvent.Kind.CLOSED, "Closed from " + DAY.format(day), by.person());
  }

  @Transactional
  public void openAgain(Administrator by, AccountId id) {
    Account account = whole(by, id, "opening an account again");
    if (account.closedOn() != null) {
      accounts.closeOn(id, null);
      events.add(id, AccountEvent.Kind.OPENED_AGAIN, "Opened again", by.person());
    }
  }

  private Account whole(Administrator by, AccountId id, String attempted) {
    by.mustBeOne(attempted);
    return people
        .find(id, by.school(), by.scope())
        .filter(person -> !person.elsewhere())
        .map(Person::account)
        .orElseThrow(() -> new NotInSight("person", id));
  }
}
