package uk.attendance.account;

/** The person is signed in but holds no role at any school yet. */
public class NoSchool extends RuntimeException {

  public NoSchool(AccountId person) {
    super("choosing a school for account " + person + ": it holds no role anywhere");
  }
}
