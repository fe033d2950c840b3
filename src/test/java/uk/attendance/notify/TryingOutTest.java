package uk.attendance.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.attendance.Database;
import uk.attendance.StandingClock;
import uk.attendance.pupil.People;
import uk.attendance.secret.Secrets;

class TryingOutTest {

  private final NotifyStandIn standIn = new NotifyStandIn();
  private final Database database = Database.h2();
  private final StandingClock clock = new StandingClock();
  private final NotifySettings settings =
      new NotifySettings(List.of(), Duration.ofSeconds(1), Duration.ofSeconds(1));
  private final NotifySchools schools =
      new NotifySchools(database.jdbc(), new Secrets(new byte[32]), clock);
  private final TryingOut tryingOut =
      new TryingOut(new AskingNotify(schools, settings, clock), schools, settings);

  @AfterEach
  void close() {
    standIn.close();
    database.close();
  }

  private TryingOut.Found check(String template) {
    return tryingOut.check(People.OAK, standIn.address(), NotifyStandIn.KEY, template);
  }

  @Test
  void aKeyAndItsTemplateAreGood() {
    assertThat(check(NotifyStandIn.TEMPLATE)).isEqualTo(TryingOut.Found.GOOD);
  }

  @Test
  void anotherKeyIsNotKnown() {
    standIn.knowsKeyEndingWith("ffffffff-ffff-4fff-8fff-ffffffffffff");

    assertThat(check(NotifyStandIn.TEMPLATE)).isEqualTo(TryingOut.Found.KEY_NOT_KNOWN);
  }

  @Test
  void anotherTemplateIsNotKnown() {
    assertThat(check(NotifyStandIn.SERVICE)).isEqualTo(TryingOut.Found.TEMPLATE_NOT_KNOWN);
  }

  @Test
  void aTemplateWithWordsOfItsOwnIsNotOurs() {
    standIn.hasTemplate("Dear ((name))");

    assertThat(check(NotifyStandIn.TEMPLATE)).isEqualTo(TryingOut.Found.TEMPLATE_NOT_OURS);
  }

  @Test
  void aNotifyThatIsAwayOrNowhereSaysNothing() {
    standIn.isAway(true);
    assertThat(check(NotifyStandIn.TEMPLATE)).isEqualTo(TryingOut.Found.NOT_REACHED);
    standIn.close();
    assertThat(check(NotifyStandIn.TEMPLATE)).isEqualTo(TryingOut.Found.NOT_REACHED);
  }
}
