package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.letter.PostRoom.at;
import static uk.attendance.letter.PostRoom.texts;

import java.time.Duration;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.casefile.CaseFile;
import uk.attendance.pupil.People;

class DeliveriesTest {

  private static CaseFile sent(PostRoom room, PostRoom.Courier texts) {
    texts.answer = Handover.taken("taken", "ref-1");
    room.onlyContact(
        "1,M,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700900111,,,2 Mill Street,OA1 1AA,,,\n");
    CaseFile sam = room.caseOf("1");
    room.orderText(sam);
    room.clock.set(at("09:40"));
    room.sending.sendDue();
    return sam;
  }

  @OnBothDatabases
  void thatItArrivedIsKeptOnce(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = sent(room, texts);

    assertThat(room.delivered("ref-1", at("09:42"))).isTrue();
    assertThat(room.delivered("ref-1", at("09:50"))).isFalse();
    assertThat(room.failed("ref-1", "late")).isFalse();

    assertThat(room.only(sam).state()).isEqualTo(MessageState.SENT);
    assertThat(room.only(sam).deliveredAt()).isEqualTo(at("09:42"));
    assertThat(room.told(sam)).last().asString().endsWith("delivered");
    assertThat(room.undelivered).isEmpty();
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void whatDidNotArriveIsATaskOnce(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = sent(room, texts);

    assertThat(room.failed("ref-1", "The number is not in use.")).isTrue();
    assertThat(room.failed("ref-1", "The number is not in use.")).isFalse();
    assertThat(room.delivered("ref-1", at("09:42"))).isFalse();

    assertThat(room.only(sam).state()).isEqualTo(MessageState.FAILED);
    assertThat(room.only(sam).because())
        .isEqualTo("It was taken to be delivered, and did not arrive. The number is not in use.");
    assertThat(room.undelivered).hasSize(1);
    assertThat(room.ordering.hasGoneOut(sam)).isFalse();
  }

  @OnBothDatabases
  void anotherSchoolCannotSettleIt(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = sent(room, texts);

    assertThat(room.deliveries.delivered(People.ELM, "ref-1", at("09:42"))).isFalse();
    assertThat(room.deliveries.failed(People.ELM, "ref-1", "no")).isFalse();

    assertThat(room.only(sam).deliveredAt()).isNull();
  }

  @OnBothDatabases
  void itsCarrierIsAskedAtItsTimesUntilItKnowsAndThenNoMore(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = sent(room, texts);

    room.clock.set(at("09:41"));
    room.following.followUp();
    assertThat(texts.followedUp).isEmpty();
    room.clock.set(at("09:42"));
    room.following.followUp();
    room.following.followUp();
    assertThat(texts.followedUp).containsExactly("ref-1");
    texts.fared.put("ref-1", new Delivery(Delivery.Fate.ARRIVED, "delivered", at("10:01")));
    room.clock.set(at("10:40"));
    room.following.followUp();
    room.clock.forward(Duration.ofDays(30));
    room.following.followUp();

    assertThat(texts.followedUp).containsExactly("ref-1", "ref-1");
    assertThat(room.only(sam).deliveredAt()).isEqualTo(at("10:01"));
  }

  @OnBothDatabases
  void nobodyAsksForEver(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = sent(room, texts);

    for (int hour = 0; hour < 5; hour++) {
      room.clock.forward(Duration.ofHours(1));
      room.following.followUp();
    }

    assertThat(texts.followedUp).hasSize(1);
    assertThat(room.only(sam).state()).isEqualTo(MessageState.SENT);
  }

  @OnBothDatabases
  void aCarrierThatBreaksIsAskedAgainNextTime(Database database) {
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, texts);
    CaseFile sam = sent(room, texts);
    texts.serves = false;
    room.clock.set(at("09:42"));
    room.following.followUp();
    texts.serves = true;
    texts.fared.put(
        "ref-1", new Delivery(Delivery.Fate.NOT_DELIVERED, "no such number", at("09:41")));
    room.clock.set(at("10:40"));
    room.following.followUp();

    assertThat(room.only(sam).reason()).isEqualTo(Reason.NOT_DELIVERED);
    assertThat(room.undelivered).hasSize(1);
  }
}
