package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.letter.PostRoom.JO;
import static uk.attendance.letter.PostRoom.at;
import static uk.attendance.letter.PostRoom.texts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.pupil.People;

/** The mother's number is the father's too. */
class MergingTextsTest {

  private static final Scope OFFICE = new Scope(Map.of(People.OAK, Set.of(Role.OFFICE)), Set.of());

  private static PostRoom room(Database database, PostRoom.Courier texts) {
    PostRoom room = new PostRoom(database, texts);
    room.onlyContact(
        """
        1,M,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700900111,,,2 Mill Street,OA1 1AA,,,
        1,F,Mr,Femi,Okafor,father,2,yes,no,no,+44 7700 900 111,,,9 Hill Road,OA2 2BB,,,
        """);
    return room;
  }

  @OnBothDatabases
  void theSameWordsToOneNumberGoOnceAndBothCountAsSent(Database database) {
    PostRoom.Courier texts = texts();
    texts.answer = Handover.taken("taken", "ref-1");
    PostRoom room = room(database, texts);
    CaseFile sam = room.caseOf("1");
    room.orderText(sam);
    room.clock.set(at("09:40"));

    assertThat(room.sending.sendDue()).isOne();

    assertThat(texts.carried).hasSize(1);
    List<Message> both = room.outboxOf(sam);
    assertThat(both).extracting(Message::state).containsOnly(MessageState.SENT);
    assertThat(both.get(0).mergedInto()).isNull();
    assertThat(both.get(1).mergedInto()).isEqualTo(both.get(0).id());
    assertThat(room.told(sam))
        .last()
        .asString()
        .endsWith("the same words went to this number once, with the text to Mrs Grace Okafor");
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void theyShareTheirFate(Database database) {
    PostRoom.Courier texts = texts();
    texts.answer = Handover.taken("taken", "ref-1");
    PostRoom room = room(database, texts);
    CaseFile sam = room.caseOf("1");
    room.orderText(sam);
    room.clock.set(at("09:40"));
    room.sending.sendDue();

    assertThat(room.failed("ref-1", "The number is not in use.")).isTrue();

    assertThat(room.outboxOf(sam)).extracting(Message::state).containsOnly(MessageState.FAILED);
    assertThat(room.outboxOf(sam)).extracting(Message::reason).containsOnly(Reason.NOT_DELIVERED);
    assertThat(room.undelivered)
        .extracting(opening -> opening.cause())
        .containsOnly("first-day-text/not-delivered");
  }

  @OnBothDatabases
  void whatFailedTogetherIsSentAgainOnce(Database database) {
    PostRoom.Courier texts = texts();
    texts.answer = Handover.taken("taken", "ref-1");
    PostRoom room = room(database, texts);
    CaseFile sam = room.caseOf("1");
    room.orderText(sam);
    room.clock.set(at("09:40"));
    room.sending.sendDue();
    room.failed("ref-1", "The telephone was off.");
    texts.answer = Handover.taken("taken", "ref-2");

    for (Message message : room.outboxOf(sam)) {
      room.inTransaction(() -> room.changing.sendAgain(message.id(), OFFICE, JO));
    }
    room.clock.forward(Duration.ofMinutes(10));
    room.sending.sendDue();
    room.delivered("ref-2", at("09:52"));

    assertThat(texts.carried).hasSize(2);
    assertThat(room.outboxOf(sam)).extracting(Message::deliveredAt).containsOnly(at("09:52"));
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void oneThatIsCalledBackDoesNotKeepTheOtherBack(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = room(database, texts);
    CaseFile sam = room.caseOf("1");
    room.orderText(sam);
    Message mothers = room.outboxOf(sam).get(0);
    room.inTransaction(() -> room.changing.recall(mothers.id(), OFFICE, JO));
    room.clock.set(at("09:40"));

    room.sending.sendDue();

    assertThat(texts.carried).extracting(Outgoing::toName).containsExactly("Mr Femi Okafor");
    assertThat(room.now(mothers).state()).isEqualTo(MessageState.WITHDRAWN);
  }

  @OnBothDatabases
  void anotherNodeThatSendsTheFirstIsWaitedFor(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = room(database, texts);
    CaseFile sam = room.caseOf("1");
    room.orderText(sam);
    room.clock.set(at("09:40"));
    Message mothers = room.outboxOf(sam).get(0);
    Message fathers = room.outboxOf(sam).get(1);
    texts.meanwhile =
        () -> {
          assertThat(room.sending.sendDue()).as("another node").isZero();
          assertThat(room.now(fathers).state()).isEqualTo(MessageState.WAITING);
        };
    // this node has only the mother's
    database
        .jdbc()
        .sql("update message set send_after = :later where id = :id")
        .param("later", MessageRows.utc(at("09:41")))
        .param("id", fathers.id().value())
        .update();
    room.sending.sendDue();
    room.clock.set(at("09:42"));
    room.sending.sendDue();

    assertThat(texts.carried).hasSize(1);
    assertThat(room.now(fathers).mergedInto()).isEqualTo(mothers.id());
  }

  @OnBothDatabases
  void aFirstThatHasToWaitLetsTheSecondGo(Database database) {
    PostRoom.Courier texts = texts();
    texts.answer = Handover.notNow("later");
    PostRoom room = room(database, texts);
    CaseFile sam = room.caseOf("1");
    room.orderText(sam);
    room.clock.set(at("09:40"));
    texts.meanwhile =
        () -> texts.answer = texts.carried.size() > 1 ? Handover.taken("yes") : texts.answer;

    room.sending.sendDue();
    room.clock.forward(Duration.ofMinutes(1));
    room.sending.sendDue();

    assertThat(texts.carried)
        .extracting(Outgoing::toName)
        .containsExactly("Mrs Grace Okafor", "Mr Femi Okafor");
    assertThat(room.outboxOf(sam).get(0).mergedInto()).isEqualTo(room.outboxOf(sam).get(1).id());
  }

  @OnBothDatabases
  void theSameNameOfAnotherChildIsAnotherMessage(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, texts);
    room.people.bringInPupils(
        """
        1,A823456789012,Samuel,Okafor,Sam,2016-03-01,4,Oak,2020-09-01,,,,,,,,,,F1
        2,,Sam,Okafor,,2018-03-01,2,Ash,2022-09-01,,,,,,,,,,F1
        """);
    room.onlyContact(
        """
        1,M,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700900111,,,2 Mill Street,OA1 1AA,,,
        2,A,Mrs,Ada,Okafor,aunt,1,yes,yes,no,07700900111,,,2 Mill Street,OA1 1AA,,,
        """);
    CaseFile one = room.caseOf("1");
    CaseFile other = room.caseOf("2");
    room.orderText(one);
    room.orderText(other);
    room.clock.set(at("09:40"));

    room.sending.sendDue();

    assertThat(texts.carried).hasSize(2).extracting(Outgoing::text).doesNotContainNull();
    assertThat(texts.carried.get(0).text()).isEqualTo(texts.carried.get(1).text());
  }

  @OnBothDatabases
  void twoCasesOfOneChildSayItOnce(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, texts);
    room.onlyContact(
        "1,M,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700900111,,,2 Mill Street,OA1 1AA,,,\n");
    CaseFile one = room.caseOf("1");
    room.orderText(one);
    room.clock.set(at("09:40"));
    room.sending.sendDue();
    CaseFile other = room.caseOf("1");
    room.orderText(other);
    room.clock.forward(Duration.ofMinutes(10));
    room.sending.sendDue();

    assertThat(texts.carried).hasSize(1);
    assertThat(room.only(other).mergedInto()).isEqualTo(room.only(one).id());
  }

  @OnBothDatabases
  void twoNodesAtOnceSendItOnceToo(Database database) throws Exception {
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, texts);
    StringBuilder family = new StringBuilder();
    for (String one : List.of("Grace", "Femi", "Ada", "Obi", "Ngozi", "Emeka")) {
      family.append(
          "1,%s,Mx,%s,Okafor,carer,1,yes,no,no,07700900111,,,2 Mill Street,OA1 1AA,,,\n"
              .formatted(one, one));
    }
    room.onlyContact(family.toString());
    List<SendingMessages> nodes = List.of(room.node.get(), room.node.get(), room.node.get());
    ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
    for (int round = 1; round <= 5; round++) {
      database
          .jdbc()
          .sql("update contact set mobile = :number")
          .param("number", "0770090020" + round)
          .update();
      CaseFile sam = room.caseOf("1");
      room.orderText(sam);
      room.clock.forward(Duration.ofMinutes(10));
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> sent = new ArrayList<>();
      for (SendingMessages node : nodes) {
        sent.add(
            threads.submit(
                () -> {
                  start.await();
                  return node.sendDue();
                }));
      }
      start.countDown();
      for (Future<Integer> one : sent) {
        one.get(60, TimeUnit.SECONDS);
      }
      for (int again = 0; again < 3; again++) {
        room.clock.forward(Duration.ofMinutes(1));
        room.leasesRunOut();
        room.sending.sendDue();
      }

      assertThat(texts.carried).as("texts after round " + round).hasSize(round);
      assertThat(room.outboxOf(sam))
          .hasSize(6)
          .extracting(Message::state)
          .containsOnly(MessageState.SENT);
    }
    threads.shutdown();
    assertThat(room.broken()).isEmpty();
  }
}
