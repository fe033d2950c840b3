package uk.attendance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;

class SigningInTest {

  private static final String RIGHT = "three quiet purple trains";
  private static final String WRONG = "three quiet orange trains";

  @OnBothDatabases
  void knowsThePersonByEmailInAnyCaseAndPassword(Database database) {
    House house = new House(database);
    AccountId jo = withPassword(house, "jo");

    assertThat(house.checking.check(" JO@example.ORG", RIGHT)).contains(jo);
    assertThat(house.checking.check("jo@example.org", WRONG)).isEmpty();
    assertThat(house.checking.check("jo@example.org", RIGHT + " ")).isEmpty();
  }

  @OnBothDatabases
  void takesTheSamePasswordFromEveryKeyboard(Database database) {
    House house = new House(database);
    AccountId jo = house.person("jo");
    house.accounts.setPassword(jo, "cafe\u0301 au lait au lit");

    assertThat(house.checking.check("jo@example.org", "caf\u00e9 au lait au lit")).contains(jo);
  }

  @OnBothDatabases
  void nobodySignsInWithoutAPassword(Database database) {
    House house = new House(database);
    house.person("jo");

    assertThat(house.checking.check("jo@example.org", "")).isEmpty();
    assertThat(house.checking.check("jo@example.org", "nobody's password")).isEmpty();
  }

  @OnBothDatabases
  void nobodySignsInFromTheDayTheAccountIsClosed(Database database) {
    House house = new House(database);
    AccountId jo = withPassword(house, "jo");

    house.accounts.closeOn(jo, LocalDate.of(2025, 11, 4));
    assertThat(house.checking.check("jo@example.org", RIGHT)).contains(jo);

    house.accounts.closeOn(jo, LocalDate.of(2025, 11, 3));
    assertThat(house.checking.check("jo@example.org", RIGHT)).isEmpty();

    house.accounts.closeOn(jo, LocalDate.of(2025, 11, 2));
    assertThat(house.checking.check("jo@example.org", RIGHT)).isEmpty();
  }

  @OnBothDatabases
  void makesOneWaitAfterTheFifthFailureAndLetsTheRightPasswordInAfterwards(Database database) {
    House house = new House(database);
    AccountId jo = withPassword(house, "jo");
    fail(house, "jo@example.org", 5);

    assertThatThrownBy(() -> house.checking.check("jo@example.org", RIGHT))
        .isInstanceOfSatisfying(
            TooManyAttempts.class,
            refused -> assertThat(refused.waiting()).isEqualTo(Duration.ofSeconds(30)));
    house.clock.forward(Duration.ofSeconds(29));
    assertThatThrownBy(() -> house.checking.check("jo@example.org", RIGHT))
        .isInstanceOf(TooManyAttempts.class);
    house.clock.forward(Duration.ofSeconds(1));
    assertThat(house.checking.check("jo@example.org", RIGHT)).contains(jo);
  }

  @OnBothDatabases
  void forgetsFailuresOnceThePasswordWasRight(Database database) {
    House house = new House(database);
    withPassword(house, "jo");
    fail(house, "jo@example.org", 4);
    house.checking.check("jo@example.org", RIGHT);

    fail(house, "jo@example.org", 4);

    assertThat(house.checking.check("jo@example.org", RIGHT)).isPresent();
  }

  @OnBothDatabases
  void forgetsFailuresOfLongAgo(Database database) {
    House house = new House(database);
    withPassword(house, "jo");
    fail(house, "jo@example.org", 4);
    house.clock.forward(Duration.ofHours(24).plusSeconds(1));

    fail(house, "jo@example.org", 4);

    assertThat(house.checking.check("jo@example.org", RIGHT)).isPresent();
  }

  @OnBothDatabases
  void answersAlikeForAnEmailWithoutAnAccount(Database database) {
    House house = new House(database);
    fail(house, "nobody@example.org", 5);

    assertThatThrownBy(() -> house.checking.check("nobody@example.org", RIGHT))
        .isInstanceOfSatisfying(
            TooManyAttempts.class,
            refused -> assertThat(refused.waiting()).isEqualTo(Duration.ofSeconds(30)));
    assertThat(storedAttempts(house)).noneMatch(stored -> stored.contains("nobody"));
  }

  @OnBothDatabases
  void oneWaitingPersonKeepsNobodyElseOut(Database database) {
    House house = new House(database);
    AccountId ann = withPassword(house, "ann");
    fail(house, "jo@example.org", 5);

    assertThat(house.checking.check("ann@example.org", RIGHT)).contains(ann);
  }

  @OnBothDatabases
  void guessesSentAllAtOnceGainNothing(Database database) throws Exception {
    House house = new House(database);
    withPassword(house, "jo");
    fail(house, "jo@example.org", 4);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    Callable<Boolean> guess =
        () -> {
          try {
            house.checking.check("jo@example.org", WRONG);
            return true;
          } catch (TooManyAttempts refused) {
            return false;
          }
        };

    List<Future<Boolean>> guesses =
        pool.invokeAll(List.of(guess, guess, guess, guess, guess, guess, guess, guess));
    pool.shutdown();

    int lookedAt = 0;
    for (Future<Boolean> made : guesses) {
      lookedAt += made.get() ? 1 : 0;
    }
    assertThat(lookedAt).isEqualTo(1);
  }

  @OnBothDatabases
  void hashesAgainWhatWasHashedMoreCheaply(Database database) {
    House house = new House(database);
    AccountId jo = withPassword(house, "jo");
    CheckingPasswords dearer =
        new CheckingPasswords(
            database.jdbc(),
            house.attempts,
            new Argon2PasswordEncoder(16, 32, 1, 128, 1),
            house.clock);

    assertThat(dearer.check("jo@example.org", RIGHT)).contains(jo);

    assertThat(
            database
                .jdbc()
                .sql("select password_hash from account where id = :id")
                .param("id", jo.value())
                .query(String.class)
                .single())
        .startsWith("$argon2id$v=19$m=128,");
    assertThat(dearer.check("jo@example.org", RIGHT)).contains(jo);
  }

  private static AccountId withPassword(House house, String name) {
    AccountId id = house.person(name);
    house.accounts.setPassword(id, RIGHT);
    return id;
  }

  private static void fail(House house, String email, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(house.checking.check(email, WRONG)).isEmpty();
    }
  }

  private static List<String> storedAttempts(House house) {
    return house
        .database
        .jdbc()
        .sql("select email_digest from sign_in_attempt")
        .query(String.class)
        .list();
  }
}
