package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.attendance.letter.PostRoom.JO;
import static uk.attendance.letter.PostRoom.at;
import static uk.attendance.letter.PostRoom.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.pupil.People;

class SendingMessagesTest {

  private static final Scope OFFICE = new Scope(Map.of(People.OAK, Set.of(Role.OFFICE)), Set.of());

  @OnBothDatabases
  void goesOnceWhenTheRecallWindowIsOverAndNotAMinuteEarlier(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);

    room.clock.set(at("09:39"));
    assertThat(room.sending.sendDue()).isZero();
    room.clock.set(at("09:40"));
    assertThat(room.sending.sendDue()).isOne();
    room.clock.set(at("09:41"));
    assertThat(room.sending.sendDue()).isZero();

    assertThat(mail.carried).hasSize(1);
    assertThat(mail.carried.get(0).address()).isEqualTo("grace@example.org");
    assertThat(room.only(ben).state()).isEqualTo(MessageState.SENT);
    assertThat(room.only(ben).settledAt()).isEqualTo(at("09:40"));
    assertThat(room.ordering.hasGoneOut(ben)).isTrue();
    assertThat(room.told(ben)).last().asString().endsWith("sent by e-mail");
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void canBeRecalledUntilItGoes(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);

    room.inTransaction(() -> room.changing.recall(room.only(ben).id(), OFFICE, JO));
    room.clock.set(at("10:00"));

    assertThat(room.sending.sendDue()).isZero();
    assertThat(room.only(ben).reason()).isEqualTo(Reason.RECALLED);
  }

  @OnBothDatabases
  void whatHasGoneCannotBeRecalled(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    room.clock.set(at("09:40"));
    room.sending.sendDue();

    assertThatThrownBy(
            () -> room.inTransaction(() -> room.changing.recall(room.only(ben).id(), OFFICE, JO)))
        .isInstanceOf(CannotChange.class);
  }

  @OnBothDatabases
  void whatIsBeingHandedOverCanNeitherBeRecalledNorWithdrawn(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    mail.meanwhile =
        () -> {
          assertThatThrownBy(
                  () ->
                      room.inTransaction(
                          () -> room.changing.recall(room.only(ben).id(), OFFICE, JO)))
              .isInstanceOf(CannotChange.class);
          room.inTransaction(() -> room.ordering.withdraw(ben, "explained"));
          assertThat(room.sending.sendDue()).as("another node").isZero();
        };
    room.clock.set(at("09:40"));

    room.sending.sendDue();

    assertThat(mail.carried).hasSize(1);
    assertThat(room.only(ben).state()).isEqualTo(MessageState.SENT);
  }

  @OnBothDatabases
  void aTemporaryFaultIsTriedAgainLaterAndThenGivenUp(Database database) {
    PostRoom.Courier mail = mail();
    mail.answer = Handover.notNow("The mail server says: 451 try later");
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);

    room.clock.set(at("09:40"));
    room.sending.sendDue();
    assertThat(room.only(ben).state()).isEqualTo(MessageState.WAITING);
    room.clock.forward(Duration.ofSeconds(59));
    room.sending.sendDue();
    assertThat(mail.carried).hasSize(1);
    room.clock.forward(Duration.ofSeconds(1));
    room.sending.sendDue();
    assertThat(mail.carried).hasSize(2);
    room.clock.forward(Duration.ofMinutes(5));
    room.sending.sendDue();

    assertThat(mail.carried)
        .hasSize(3)
        .extracting(Outgoing::mailId)
        .containsOnly(room.only(ben).mailId());
    assertThat(room.only(ben).state()).isEqualTo(MessageState.FAILED);
    assertThat(room.only(ben).reason()).isEqualTo(Reason.GIVEN_UP);
    assertThat(room.undelivered)
        .extracting(opening -> opening.cause())
        .containsExactly("first-day-letter/given-up");
  }

  @OnBothDatabases
  void aPermanentFaultIsATask(Database database) {
    PostRoom.Courier mail = mail();
    mail.answer = Handover.refused("The mail server says: 550 no such user");
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    room.clock.set(at("09:40"));

    room.sending.sendDue();

    assertThat(room.only(ben).state()).isEqualTo(MessageState.FAILED);
    assertThat(room.undelivered.get(0).why().words())
        .isEqualTo(
            "'Letter asking for the reason' did not go. The other side refused it for good. "
                + "The mail server says: 550 no such user");
  }

  @OnBothDatabases
  void aLostAnswerIsNeverSentAgainByItself(Database database) {
    PostRoom.Courier mail = mail();
    mail.answer = Handover.notKnown("connection lost");
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    room.clock.set(at("09:40"));
    room.sending.sendDue();
    mail.answer = Handover.taken("taken");

    room.clock.forward(Duration.ofHours(5));
    room.leasesRunOut();
    room.sending.sendDue();

    assertThat(mail.carried).hasSize(1);
    assertThat(room.only(ben).state()).isEqualTo(MessageState.UNKNOWN);
    assertThat(room.undelivered).hasSize(1);
    assertThat(room.ordering.hasGoneOut(ben)).isTrue();

    room.inTransaction(() -> room.changing.sendAgain(room.only(ben).id(), OFFICE, JO));
    room.clock.forward(Duration.ofMinutes(10));
    room.sending.sendDue();

    assertThat(room.only(ben).state()).isEqualTo(MessageState.SENT);
    assertThat(mail.carried).hasSize(2);
  }

  @OnBothDatabases
  void anotherNodeTakesUpWhatADeadOneHadNotBegun(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    room.clock.set(at("09:40"));
    assertThat(room.leases.claim("dead", room.clock.instant())).hasSize(1);

    assertThat(room.sending.sendDue()).as("the lease runs").isZero();
    room.leasesRunOut();

    assertThat(room.sending.sendDue()).isOne();
    assertThat(room.leases.begin(room.only(ben).id(), "dead")).isFalse();
  }

  @OnBothDatabases
  void whatADeadNodeHadBegunIsUnknown(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    room.clock.set(at("09:40"));
    room.leases.claim("dead", room.clock.instant());
    assertThat(room.leases.begin(room.only(ben).id(), "dead")).isTrue();
    room.leasesRunOut();

    room.sending.sendDue();

    assertThat(mail.carried).isEmpty();
    assertThat(room.only(ben).state()).isEqualTo(MessageState.UNKNOWN);
    assertThat(room.undelivered).hasSize(1);
  }

  @OnBothDatabases
  void aCourtOrderThatComesInBetweenStopsIt(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    database.jdbc().sql("update pupil_contact set no_contact = true").update();
    room.clock.set(at("09:40"));

    room.sending.sendDue();

    assertThat(mail.carried).isEmpty();
    assertThat(room.only(ben).state()).isEqualTo(MessageState.NOT_SENT);
    assertThat(room.only(ben).reason()).isEqualTo(Reason.NO_CONTACT_ORDER);
  }

  @OnBothDatabases
  void aNewAddressIsTheOneItGoesTo(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    database.jdbc().sql("update contact set email = 'new@example.org'").update();
    room.clock.set(at("09:40"));

    room.sending.sendDue();

    assertThat(mail.carried)
        .singleElement()
        .satisfies(carried -> assertThat(carried.address()).isEqualTo("new@example.org"));
  }

  @OnBothDatabases
  void aHoldLetsGoWhenItIsReleased(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    room.held.add(ben.pupil());
    room.clock.set(at("09:40"));
    room.sending.sendDue();
    assertThat(room.only(ben).state()).isEqualTo(MessageState.HELD);

    room.held.clear();
    room.sending.sendDue();
    assertThat(room.only(ben).state()).isEqualTo(MessageState.WAITING);
    room.clock.forward(Duration.ofMinutes(10));
    room.sending.sendDue();

    assertThat(mail.carried).hasSize(1);
  }

  @OnBothDatabases
  void anOutageThatLastsIntoTheNightWakesNobody(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    room.clock.set(at("20:00"));

    room.sending.sendDue();

    assertThat(mail.carried).isEmpty();
    assertThat(room.only(ben).sendAfter()).isEqualTo(Instant.parse("2025-11-04T07:30:00Z"));
  }

  @OnBothDatabases
  void paperIsPrintedAndWaitsForAPersonToPostIt(Database database) {
    PostRoom room = new PostRoom(database);
    room.onlyContact("1,F,Mr,Femi,Okafor,father,1,yes,no,no,,,,9 Hill Road,OA2 2BB,,,\n");
    CaseFile sam = room.caseOf("1");
    room.orderLetter(sam);
    room.clock.set(at("09:40"));

    room.sending.sendDue();

    Message printed = room.only(sam);
    assertThat(printed.state()).isEqualTo(MessageState.TO_PRINT);
    assertThat(room.messages.pdf(printed.id())).isPresent();
    assertThat(room.ordering.hasGoneOut(sam)).isFalse();
    room.inTransaction(() -> room.changing.posted(printed.id(), OFFICE, JO));
    assertThat(room.only(sam).state()).isEqualTo(MessageState.SENT);
  }

  @OnBothDatabases
  void aYesSendsWhatWasProposed(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    room.clock.set(at("09:40"));
    room.sending.sendDue();
    room.inTransaction(
        () ->
            room.ordering.propose(
                "disregard", ben, Map.of("because", "The register was wrong."), PostRoom.WHY));
    Message proposed = room.outboxOf(ben).get(1);

    room.inTransaction(() -> room.changing.decide(proposed.id(), true, OFFICE, JO));
    room.clock.forward(Duration.ofMinutes(10));
    room.sending.sendDue();

    assertThat(mail.carried).hasSize(2);
    assertThat(mail.carried.get(1).subject()).isEqualTo("Please disregard what we wrote about Ben");
  }

  @OnBothDatabases
  void whatWasMissingIsPutRightAndSentAgain(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom room = new PostRoom(database, mail);
    Letterhead head = room.heads.of(People.OAK);
    room.heads.save(People.OAK, Letterhead.EMPTY);
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);

    assertThatThrownBy(
            () ->
                room.inTransaction(() -> room.changing.sendAgain(room.only(ben).id(), OFFICE, JO)))
        .isInstanceOfSatisfying(
            StillMissing.class, e -> assertThat(e.sentence()).isEqualTo("'telephone' is missing"));
    room.heads.save(People.OAK, head);
    room.inTransaction(() -> room.changing.sendAgain(room.only(ben).id(), OFFICE, JO));
    room.clock.forward(Duration.ofMinutes(10));
    room.sending.sendDue();

    assertThat(mail.carried).hasSize(1);
    assertThat(room.text(room.only(ben))).contains("Friday 7 November 2025");
  }

  @OnBothDatabases
  void anotherSchoolsOfficeCannotReachIt(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    Scope elm = new Scope(Map.of(People.ELM, Set.of(Role.OFFICE)), Set.of());

    assertThatThrownBy(
            () -> room.inTransaction(() -> room.changing.recall(room.only(ben).id(), elm, JO)))
        .isInstanceOf(NotInSight.class);
    assertThat(room.messages.page(People.OAK, PostRoom.all(), null, 10, elm)).isEmpty();
    assertThat(room.messages.page(People.OAK, PostRoom.all(), null, 10, OFFICE)).hasSize(1);
    assertThat(room.messages.count(People.OAK, PostRoom.all())).isOne();
  }
}
