package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.letter.PostRoom.at;
import static uk.attendance.letter.PostRoom.texts;

import java.time.Duration;
import java.util.Optional;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.casefile.CaseFile;

/** A carrier that can be asked what became of a message whose answer is lost. */
class AskingCarriersTest {

  private static CaseFile ordered(PostRoom room) {
    room.onlyContact(
        "1,M,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700900111,,,2 Mill Street,OA1 1AA,,,\n");
    CaseFile sam = room.caseOf("1");
    room.orderText(sam);
    room.clock.set(at("09:40"));
    return sam;
  }

  private static CaseFile begunByADeadNode(PostRoom room) {
    CaseFile sam = ordered(room);
    room.leases.claim("dead", room.clock.instant());
    assertThat(room.leases.begin(room.only(sam).id(), "dead")).isTrue();
    room.leasesRunOut();
    return sam;
  }

  @OnBothDatabases
  void aLostAnswerThatTheCarrierRemembersIsNoneAtAll(Database database) {
    PostRoom.Courier texts = texts();
    texts.answer = Handover.notKnown("connection lost");
    texts.knows = Optional.of(Handover.taken("It has it.", "ref-1"));
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = ordered(room);

    room.sending.sendDue();

    assertThat(room.only(sam).state()).isEqualTo(MessageState.SENT);
    assertThat(room.only(sam).carrierRef()).isEqualTo("ref-1");
    assertThat(room.undelivered).isEmpty();
  }

  @OnBothDatabases
  void thatTheCarrierKnowsNothingCountsOnlyWhenTheLeaseIsOver(Database database) {
    PostRoom.Courier texts = texts();
    texts.answer = Handover.notKnown("connection lost");
    texts.knows = Optional.of(Handover.notNow("It has never come."));
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = ordered(room);

    room.sending.sendDue();
    room.clock.forward(Duration.ofMinutes(1));
    room.sending.sendDue();
    assertThat(texts.carried).hasSize(1);
    assertThat(room.only(sam).state()).isEqualTo(MessageState.SENDING);
    texts.answer = Handover.taken("taken", "ref-1");
    room.leasesRunOut();
    room.sending.sendDue();

    assertThat(texts.carried).hasSize(2);
    assertThat(room.only(sam).state()).isEqualTo(MessageState.SENT);
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void whatADeadNodeHadHandedOverIsFound(Database database) {
    PostRoom.Courier texts = texts();
    texts.knows = Optional.of(Handover.taken("It has it.", "ref-1"));
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = begunByADeadNode(room);

    room.sending.sendDue();

    assertThat(texts.carried).isEmpty();
    assertThat(room.only(sam).state()).isEqualTo(MessageState.SENT);
    assertThat(room.only(sam).carrierRef()).isEqualTo("ref-1");
    assertThat(room.undelivered).isEmpty();
  }

  @OnBothDatabases
  void whatADeadNodeHadNotHandedOverGoesOnce(Database database) {
    PostRoom.Courier texts = texts();
    texts.knows = Optional.of(Handover.notNow("It has never come."));
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = begunByADeadNode(room);

    room.sending.sendDue();
    room.leasesRunOut();
    room.sending.sendDue();

    assertThat(texts.carried).hasSize(1);
    assertThat(room.only(sam).state()).isEqualTo(MessageState.SENT);
  }

  @OnBothDatabases
  void aCarrierThatDoesNotAnswerIsAskedForAnHourAndThenAPersonIs(Database database) {
    PostRoom.Courier texts = texts();
    texts.knows = Optional.of(Handover.notKnown("not reached"));
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = begunByADeadNode(room);

    for (int asked = 0; asked < EndingMessages.ASKED_AT_MOST; asked++) {
      room.sending.sendDue();
      assertThat(room.only(sam).state()).isEqualTo(MessageState.SENDING);
      room.leasesRunOut();
    }
    room.sending.sendDue();

    assertThat(texts.carried).isEmpty();
    assertThat(room.only(sam).state()).isEqualTo(MessageState.UNKNOWN);
    assertThat(room.undelivered).hasSize(1);
  }

  @OnBothDatabases
  void beforeASecondTryTheCarrierIsAskedWhetherTheFirstCame(Database database) {
    PostRoom.Courier texts = texts();
    texts.answer = Handover.notNow("500");
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = ordered(room);
    room.sending.sendDue();
    texts.knows = Optional.of(Handover.taken("It had it after all.", "ref-1"));

    room.clock.forward(Duration.ofMinutes(1));
    room.sending.sendDue();

    assertThat(texts.carried).hasSize(1);
    assertThat(room.only(sam).carrierRef()).isEqualTo("ref-1");
  }

  @OnBothDatabases
  void aWaitThatTheCarrierAskedForIsNoAttempt(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = ordered(room);
    for (int day = 0; day < 9; day++) {
      texts.answer = Handover.notBefore(room.clock.instant().plus(Duration.ofMinutes(2)), "limit");
      room.sending.sendDue();
      room.clock.forward(Duration.ofMinutes(2));
    }

    assertThat(texts.carried).hasSize(9);
    assertThat(room.only(sam).state()).isEqualTo(MessageState.WAITING);
    assertThat(room.only(sam).attempts()).isZero();
  }

  @OnBothDatabases
  void aWayThatIsClosedHoldsItUntilItOpens(Database database) {
    PostRoom.Courier texts = texts();
    texts.answer = Handover.notSetUp("The key is not valid.");
    texts.meanwhile = () -> texts.serves = false;
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = ordered(room);

    room.sending.sendDue();
    assertThat(room.only(sam).state()).isEqualTo(MessageState.HELD);
    assertThat(room.only(sam).because()).endsWith("The key is not valid.");
    assertThat(room.undelivered).isEmpty();
    texts.serves = true;
    texts.answer = Handover.taken("taken");
    texts.meanwhile = () -> {};
    room.sending.sendDue();
    room.clock.forward(Duration.ofMinutes(10));
    room.sending.sendDue();

    assertThat(texts.carried).hasSize(2);
    assertThat(room.only(sam).state()).isEqualTo(MessageState.SENT);
  }

  @OnBothDatabases
  void aCarrierOfPaperGetsWhatIsKept(Database database) {
    PostRoom.Courier paper = PostRoom.paper();
    paper.answer = Handover.taken("taken", "ref-1");
    PostRoom room = new PostRoom(database, paper);
    room.onlyContact("1,F,Mr,Femi,Okafor,father,1,yes,no,no,,,,9 Hill Road,OA2 2BB,,,\n");
    CaseFile sam = room.caseOf("1");
    room.orderLetter(sam);
    room.clock.set(at("22:00"));

    room.sending.sendDue();

    assertThat(room.only(sam).state()).isEqualTo(MessageState.SENT);
    assertThat(paper.carried.get(0).pdf())
        .isEqualTo(room.messages.pdf(room.only(sam).id()).orElseThrow());
  }
}
