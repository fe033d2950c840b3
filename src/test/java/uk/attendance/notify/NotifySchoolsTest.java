package uk.attendance.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.StandingClock;
import uk.attendance.pupil.People;
import uk.attendance.school.SchoolId;
import uk.attendance.secret.Secrets;

class NotifySchoolsTest {

  private static final SchoolId OAK = People.OAK;
  private static final String URL = "https://notify.example.org";

  private final StandingClock clock = new StandingClock();

  private NotifySchools on(Database database) {
    People.on(database);
    clock.set(StandingClock.START);
    return new NotifySchools(database.jdbc(), new Secrets(new byte[32]), clock);
  }

  @OnBothDatabases
  void aKeyIsKeptUntilAnotherIsGiven(Database database) {
    NotifySchools schools = on(database);
    schools.save(OAK, URL, NotifyStandIn.KEY, NotifyStandIn.TEMPLATE, null, false);
    clock.forward(Duration.ofDays(1));
    schools.save(OAK, URL, null, NotifyStandIn.TEMPLATE, NotifyStandIn.SERVICE, true);

    NotifySchool oak = schools.find(OAK).orElseThrow();
    assertThat(schools.key(OAK)).isEqualTo(NotifyStandIn.KEY);
    assertThat(oak.keySince()).isEqualTo(StandingClock.START);
    assertThat(oak.letters()).isTrue();
    assertThat(oak.senderId()).isEqualTo(NotifyStandIn.SERVICE);
    schools.save(OAK, URL, NotifyStandIn.KEY + "9", NotifyStandIn.TEMPLATE, null, true);
    assertThat(schools.find(OAK).orElseThrow().keyEnds()).isEqualTo("2b09");
    assertThat(schools.find(OAK).orElseThrow().keySince()).isEqualTo(clock.instant());
    assertThat(schools.find(People.ELM)).isEmpty();
  }

  @OnBothDatabases
  void theKeyIsNotReadableWhereItIsKept(Database database) {
    NotifySchools schools = on(database);
    schools.save(OAK, URL, NotifyStandIn.KEY, NotifyStandIn.TEMPLATE, null, false);

    String kept =
        database.jdbc().sql("select api_key from notify_school").query(String.class).single();

    assertThat(kept).doesNotContain(NotifyStandIn.SECRET, NotifyStandIn.SERVICE);
    assertThat(schools.find(OAK).orElseThrow().keyEnds()).isEqualTo("22b0");
  }

  @OnBothDatabases
  void aTokenIsKnownByItsDigestUntilTheNextIsMade(Database database) {
    NotifySchools schools = on(database);
    schools.save(OAK, URL, NotifyStandIn.KEY, NotifyStandIn.TEMPLATE, null, false);
    assertThat(schools.isToken(OAK, "")).isFalse();
    String first = schools.makeToken(OAK);
    assertThat(schools.isToken(OAK, first)).isTrue();
    assertThat(schools.isToken(OAK, first + "x")).isFalse();
    assertThat(schools.isToken(People.ELM, first)).isFalse();

    String second = schools.makeToken(OAK);

    assertThat(schools.isToken(OAK, first)).isFalse();
    assertThat(schools.isToken(OAK, second)).isTrue();
    schools.remove(OAK);
    assertThat(schools.isToken(OAK, second)).isFalse();
    assertThatThrownBy(() -> schools.makeToken(OAK)).isInstanceOf(IllegalStateException.class);
  }

  @OnBothDatabases
  void whatIsRefusedIsListedUntilItIsSavedAnew(Database database) {
    NotifySchools schools = on(database);
    schools.save(OAK, URL, NotifyStandIn.KEY, NotifyStandIn.TEMPLATE, null, false);

    schools.refuse(OAK, "Invalid token");
    schools.refuse(OAK, "said later");
    schools.rest(OAK, clock.instant());

    assertThat(schools.refused())
        .extracting(NotifySchool::refusedWords)
        .containsExactly("Invalid token");
    schools.save(OAK, URL, null, NotifyStandIn.TEMPLATE, null, false);
    assertThat(schools.refused()).isEmpty();
    assertThat(schools.find(OAK).orElseThrow().restsUntil()).isNull();
  }
}
