package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.attendance.letter.PostRoom.MONDAY;
import static uk.attendance.letter.PostRoom.mail;
import static uk.attendance.letter.PostRoom.texts;

import java.util.List;
import java.util.Map;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.casefile.CaseFile;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.People;
import uk.attendance.school.Session;

class OrderingFromCasesTest {

  @OnBothDatabases
  void eachParentHasTheirOwnMessageByTheWayThatIsOnFile(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile about = room.caseOf("1");

    room.orderLetter(about);

    assertThat(room.outboxOf(about))
        .extracting(Message::recipient, Message::channel, Message::address, Message::state)
        .containsExactly(
            tuple("Mrs Grace Okafor", Channel.EMAIL, "grace@example.org", MessageState.WAITING),
            tuple("Mr Femi Okafor", Channel.POST, "9 Hill Road\nOA2 2BB", MessageState.WAITING));
    assertThat(room.told(about))
        .containsExactly(
            "Letter asking for the reason, to Mrs Grace Okafor: ordered by e-mail",
            "Letter asking for the reason, to Mr Femi Okafor: ordered by post");
    assertThat(room.undelivered).isEmpty();
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void theSameStepOrderedTwiceSendsOnce(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile about = room.caseOf("1");

    room.orderLetter(about);
    room.orderLetter(about);

    assertThat(room.outboxOf(about)).hasSize(2);
  }

  @OnBothDatabases
  void nothingGoesToSomebodyUnderANoContactOrderAndThatIsWrittenDown(Database database) {
    PostRoom room = new PostRoom(database, mail(), texts());
    room.contacts(
        "1,F,Mr,Femi,Okafor,father,2,yes,no,yes,07700900222,,femi@example.org,9 Hill Road,OA2 2BB,,,\n");
    CaseFile about = room.caseOf("1");

    room.orderText(about);
    room.orderLetter(about);

    assertThat(room.outboxOf(about))
        .filteredOn(message -> message.recipient().equals("Mr Femi Okafor"))
        .hasSize(2)
        .allMatch(message -> message.state() == MessageState.NOT_SENT)
        .allMatch(message -> message.reason() == Reason.NO_CONTACT_ORDER)
        .allMatch(message -> message.address() == null);
  }

  @OnBothDatabases
  void whoDoesNotWantTextsHasNoneAndTheReasonIsListed(Database database) {
    PostRoom room = new PostRoom(database, mail(), texts());
    room.onlyContact(
        "1,M,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700900111,,,2 Mill Street,OA1 1AA,,,yes\n");
    CaseFile about = room.caseOf("1");

    room.orderText(about);

    assertThat(room.only(about).reason()).isEqualTo(Reason.DO_NOT_TEXT);
    assertThat(room.undelivered)
        .singleElement()
        .satisfies(
            opening -> {
              assertThat(opening.process()).isEqualTo("undelivered-letter");
              assertThat(opening.cause()).isEqualTo("first-day-text/do-not-text");
            });
  }

  @OnBothDatabases
  void aTextWithoutAChannelTakesTheNextWayOfThePack(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile about = room.caseOf("1");

    room.orderText(about);

    assertThat(room.outboxOf(about))
        .extracting(Message::channel, Message::state, Message::reason)
        .containsExactly(
            tuple(Channel.EMAIL, MessageState.WAITING, null),
            tuple(Channel.SMS, MessageState.HELD, Reason.NO_CHANNEL));
    assertThat(room.undelivered).as("the mother has it").isEmpty();
  }

  @OnBothDatabases
  void aTextThatHasNoChannelAtAllWaitsWithATask(Database database) {
    PostRoom room = new PostRoom(database);
    CaseFile about = room.caseOf("2");

    room.orderText(about);

    assertThat(room.only(about).state()).isEqualTo(MessageState.HELD);
    assertThat(room.only(about).because()).isEqualTo("No way of sending it is set up here.");
    assertThat(room.undelivered).hasSize(1);
  }

  @OnBothDatabases
  void brothersAndSistersStandInOneMessageToTheirMother(Database database) {
    PostRoom room = new PostRoom(database, mail(), texts());
    CaseFile sam = room.caseOf("1");
    CaseFile ben = room.caseOf("2");

    room.orderText(sam);
    room.orderText(ben);

    Message shared = room.only(ben);
    assertThat(room.outboxOf(sam)).hasSize(2).contains(shared);
    assertThat(room.text(shared))
        .isEqualTo(
            """
            oak: Sam and Ben were not in school on the morning of Monday 3 November 2025 and we do not \
            know why yet. Please ring 01632 960001 as soon as you can. Thank you.
            """);
    assertThat(room.messages.pupils(List.of(shared.id())).get(shared.id()))
        .containsExactly(sam.pupil(), ben.pupil());
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void whereHalvesDifferEachChildHasItsOwn(Database database) {
    PostRoom room = new PostRoom(database, mail(), texts());
    CaseFile sam = room.caseOf("1");
    CaseFile ben = room.caseOf("2");
    room.orderText(sam);

    room.order("first-day-text", ben, Map.of("day", MONDAY, "session", Session.PM));

    assertThat(room.text(room.only(ben)))
        .contains("Sam (morning) and Ben (afternoon) were not in school on Monday 3 November 2025");
  }

  @OnBothDatabases
  void theLinkToAnswerByStandsInTheMessageOnlyWhileACarrierHasIt(Database database) {
    PostRoom.Courier mail = mail();
    PostRoom.Courier texts = texts();
    PostRoom room = new PostRoom(database, mail, texts);
    room.offersLinks = true;
    CaseFile about = room.caseOf("1");

    room.orderText(about);
    room.orderLetter(about);
    Message text = room.outboxOf(about).get(0);
    room.clock.set(PostRoom.at("10:00"));
    room.sending.sendDue();

    assertThat(room.now(text).state()).isEqualTo(MessageState.SENT);
    assertThat(room.text(text)).contains("[your own link]").doesNotContain("http");
    assertThat(texts.carried.get(0).text())
        .contains("https://attendance.example.org/r/token-of-" + text.id())
        .doesNotContain("[your own link]");
    assertThat(mail.carried.get(0).html())
        .contains("href=\"https://attendance.example.org/r/token-of-")
        .doesNotContain("[your own link]");
    assertThat(room.outboxOf(about))
        .filteredOn(message -> message.channel() == Channel.POST)
        .singleElement()
        .satisfies(onPaper -> assertThat(room.text(onPaper)).doesNotContain("link", "answer here"));
  }

  @OnBothDatabases
  void aLetterOtherThanTheTextNeverNamesAnotherChild(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile sam = room.caseOf("1");
    CaseFile ben = room.caseOf("2");

    room.orderLetter(sam);
    room.orderLetter(ben);

    assertThat(room.text(room.only(ben))).contains("Ben").doesNotContain("Sam");
    assertThat(room.outboxOf(sam)).noneMatch(message -> room.text(message).contains("Ben"));
  }

  @OnBothDatabases
  void oneChildExplainedLeavesTheOtherInTheMessage(Database database) {
    PostRoom room = new PostRoom(database, mail(), texts());
    CaseFile sam = room.caseOf("1");
    CaseFile ben = room.caseOf("2");
    room.orderText(sam);
    room.orderText(ben);
    Message shared = room.only(ben);

    room.inTransaction(() -> room.ordering.withdraw(sam, "the absence was explained"));

    assertThat(room.now(shared).state()).isEqualTo(MessageState.WAITING);
    assertThat(room.text(shared)).contains("Ben was not in school").doesNotContain("Sam");

    room.inTransaction(() -> room.ordering.withdraw(ben, "the absence was explained"));

    assertThat(room.now(shared).state()).isEqualTo(MessageState.WITHDRAWN);
    assertThat(room.now(shared).reason()).isEqualTo(Reason.EXPLAINED);
    assertThat(room.ordering.hasGoneOut(sam)).isFalse();
  }

  @OnBothDatabases
  void whatWasWithdrawnCanBeOrderedAnewTheSameDay(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile ben = room.caseOf("2");
    room.orderLetter(ben);
    room.inTransaction(() -> room.ordering.withdraw(ben, "the absence was explained"));

    room.orderLetter(ben);

    assertThat(room.outboxOf(ben))
        .extracting(Message::state)
        .containsExactly(MessageState.WITHDRAWN, MessageState.WAITING);
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void aHeldPupilsLetterWaits(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile ben = room.caseOf("2");
    room.held.add(ben.pupil());

    room.orderLetter(ben);

    assertThat(room.only(ben).state()).isEqualTo(MessageState.HELD);
    assertThat(room.only(ben).reason()).isEqualTo(Reason.PUPIL_ON_HOLD);
    assertThat(room.undelivered).isEmpty();
  }

  @OnBothDatabases
  void aMissingFactSendsNothingAndATaskSaysWhich(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile ben = room.caseOf("2");

    room.order(
        "first-day-letter",
        ben,
        Map.of("sessions", List.of(), "answerBy", "soon", "colour", "blue"));

    assertThat(room.only(ben).state()).isEqualTo(MessageState.NOT_SENT);
    assertThat(room.only(ben).detail())
        .isEqualTo(
            "'sessions' is missing; 'answerBy' is no date; 'colour' is not known to this letter.");
    assertThat(room.undelivered.get(0).why().words()).contains("'sessions' is missing");
  }

  @OnBothDatabases
  void aSchoolWithoutATelephoneSendsNothing(Database database) {
    PostRoom room = new PostRoom(database, mail());
    room.heads.save(People.OAK, Letterhead.EMPTY);
    CaseFile ben = room.caseOf("2");

    room.orderText(ben);

    assertThat(room.only(ben).detail()).isEqualTo("'telephone' is missing.");
    assertThat(room.undelivered).hasSize(1);
  }

  @OnBothDatabases
  void theAuthorityIsToldAtItsOwnAddress(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile sam = room.caseOf("1");

    room.order(
        "la-ten-days",
        sam,
        Map.of(
            "sessions",
            List.of(new MissedSession(MONDAY, Session.AM)),
            "contactsTried",
            List.of("Monday 3 November 2025, 10:05: mother rung, no answer")));

    assertThat(room.only(sam).address()).isEqualTo("attendance@oakshire.example.org");
    assertThat(room.only(sam).contact()).isNull();
    assertThat(room.text(room.only(sam)))
        .contains("Samuel Okafor", "A823456789012", "No visit has been made.", "2 Mill Street");
  }

  @OnBothDatabases
  void disregardIsProposedToThosePeopleOnlyWhoHadALetter(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile sam = room.caseOf("1");
    room.orderLetter(sam);
    room.clock.set(PostRoom.at("10:00"));
    room.sending.sendDue();
    assertThat(room.ordering.hasGoneOut(sam)).isTrue();

    room.inTransaction(
        () ->
            room.ordering.propose(
                "disregard",
                sam,
                Map.of("because", "The register was wrong: Sam was in school."),
                PostRoom.WHY));

    Message proposed = room.outboxOf(sam).get(2);
    assertThat(room.outboxOf(sam)).hasSize(3);
    assertThat(proposed.recipient()).isEqualTo("Mrs Grace Okafor");
    assertThat(proposed.state()).isEqualTo(MessageState.PROPOSED);
    assertThat(room.text(proposed))
        .contains("- Letter asking for the reason (Monday 3 November 2025)");
    assertThat(room.sending.sendDue()).as("nothing goes without a yes").isZero();
  }

  @OnBothDatabases
  void aLetterThatNobodyWroteIsAnError(Database database) {
    PostRoom room = new PostRoom(database, mail());
    CaseFile sam = room.caseOf("1");

    assertThatThrownBy(() -> room.order("well-done", sam, Map.of()))
        .isInstanceOf(UnknownLetter.class);
  }
}
