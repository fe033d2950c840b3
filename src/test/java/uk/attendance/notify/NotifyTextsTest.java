package uk.attendance.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.Database;
import uk.attendance.StandingClock;
import uk.attendance.letter.Delivery;
import uk.attendance.letter.Handover;
import uk.attendance.letter.Handover.Outcome;
import uk.attendance.letter.Outgoing;
import uk.attendance.pupil.People;
import uk.attendance.school.SchoolId;
import uk.attendance.secret.Secrets;

/** Texts and letters against a stand-in that answers, errs and breaks as Notify might. */
class NotifyTextsTest {

  private static final SchoolId OAK = People.OAK;

  private final StandingClock clock = new StandingClock();
  private final NotifyStandIn standIn = new NotifyStandIn();
  private final Database database = Database.h2();
  private NotifySchools schools;
  private AskingNotify asking;
  private NotifyTexts texts;
  private NotifyLetters letters;

  @BeforeEach
  void aSchoolWithItsService() {
    People.on(database);
    clock.set(StandingClock.START);
    schools = new NotifySchools(database.jdbc(), new Secrets(new byte[32]), clock);
    NotifySettings settings =
        new NotifySettings(
            List.of(standIn.address()), Duration.ofSeconds(1), Duration.ofMillis(1500));
    asking = new AskingNotify(schools, settings, clock);
    texts = new NotifyTexts(asking);
    letters = new NotifyLetters(asking);
    schools.save(OAK, standIn.address(), NotifyStandIn.KEY, NotifyStandIn.TEMPLATE, null, false);
  }

  @AfterEach
  void close() {
    standIn.close();
    database.close();
  }

  private static Outgoing text(String number, String words) {
    return new Outgoing(
        OAK,
        "<5f1c3a4e-0000-4000-8000-000000000001@attendance>",
        "Oak Primary School",
        null,
        "Mrs Grace Okafor",
        number,
        "Sam: not in school",
        words,
        "",
        null);
  }

  private static Outgoing text() {
    return text("+447700900111", "Sam was not in school.\n");
  }

  @Test
  void aTextIsTakenInOurWordsWithAReferenceThatSaysNothing() {
    Handover handover = texts.handOver(text());

    assertThat(handover.outcome()).isEqualTo(Outcome.TAKEN);
    NotifyStandIn.Taken taken = standIn.taken().get(0);
    assertThat(handover.reference()).isEqualTo(taken.id);
    assertThat(taken.words).isEqualTo("Sam was not in school.");
    assertThat(taken.to).isEqualTo("+447700900111");
    assertThat(taken.reference).isEqualTo("5f1c3a4e-0000-4000-8000-000000000001");
  }

  @ParameterizedTest
  @CsvSource({
    "400, ValidationError, phone_number Not enough digits, REFUSED",
    "400, BadRequestError, Cannot send to this recipient using a team-only API key, REFUSED",
    "413, Error, too large, REFUSED",
    "429, RateLimitError, Exceeded rate limit for key type LIVE, NOT_NOW",
    "429, TooManyRequestsError, Exceeded send limits, NOT_NOW",
    "500, Exception, Internal server error, NOT_NOW",
    "503, Exception, away, NOT_NOW",
    "408, Error, slow, NOT_NOW",
    "502, Error, between, NOT_KNOWN",
    "504, Error, between, NOT_KNOWN"
  })
  void eachAnswerHasItsMeaning(int status, String error, String words, Outcome expected) {
    standIn.next(new NotifyStandIn.Refuses(status, error, words));

    Handover handover = texts.handOver(text());

    assertThat(handover.outcome()).isEqualTo(expected);
    assertThat(handover.detail()).contains(words);
    assertThat(standIn.taken()).isEmpty();
    assertThat(texts.serves(OAK)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"502, '<html>Bad gateway</html>'", "200, '{}'", "201, 'nothing of ours'"})
  void anAnswerThatIsNotNotifysLeavesItUnknown(int status, String body) {
    standIn.next(new NotifyStandIn.Says(status, body));

    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.NOT_KNOWN);
  }

  @Test
  void aNumberThatIsNoneIsRefusedInNotifysWords() {
    assertThat(texts.handOver(text("+4412345", "x")))
        .satisfies(
            handover -> {
              assertThat(handover.outcome()).isEqualTo(Outcome.REFUSED);
              assertThat(handover.detail())
                  .isEqualTo("GOV.UK Notify says: phone_number Not a UK mobile number");
            });
  }

  @Test
  void aWrongKeyClosesTheWayAfterOneMessageUntilItIsRight() {
    standIn.knowsKeyEndingWith("ffffffff-ffff-4fff-8fff-ffffffffffff");

    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.NOT_SET_UP);
    assertThat(texts.serves(OAK)).isFalse();
    int before = standIn.posts();
    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.NOT_SET_UP);
    assertThat(standIn.posts()).isEqualTo(before);

    TryingRefused again = new TryingRefused(schools, asking);
    again.tryAgain();
    assertThat(texts.serves(OAK)).isFalse();
    standIn.knowsKeyEndingWith(NotifyStandIn.SECRET);
    again.tryAgain();
    assertThat(texts.serves(OAK)).isTrue();
    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.TAKEN);
  }

  @Test
  void whatAGoodKeyMayNotDoIsRefusedForThatMessageAlone() {
    standIn.next(
        new NotifyStandIn.Refuses(
            403, "BadRequestError", "Cannot send letters with a team api key"));

    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(texts.serves(OAK)).isTrue();
  }

  @Test
  void aTemplateThatIsGoneClosesTheWayToo() {
    schools.save(OAK, standIn.address(), null, NotifyStandIn.SERVICE, null, false);

    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.NOT_SET_UP);
    assertThat(schools.find(OAK).orElseThrow().refusedWords())
        .isEqualTo("GOV.UK Notify says: Template not found");
  }

  @Test
  void aKeyThatCannotBeReadAnyMoreSendsNothing() {
    NotifySchools moved =
        new NotifySchools(database.jdbc(), new Secrets(new byte[] {1, 2, 3}), clock);
    AskingNotify other =
        new AskingNotify(
            moved,
            new NotifySettings(List.of(), Duration.ofSeconds(1), Duration.ofSeconds(1)),
            clock);

    assertThat(new NotifyTexts(other).handOver(text()).outcome()).isEqualTo(Outcome.NOT_SET_UP);
    assertThat(moved.find(OAK).orElseThrow().refusedWords()).endsWith("enter it anew.");
    assertThat(standIn.posts()).isZero();
  }

  @Test
  void theLimitOfAMinuteIsOverInAMinuteAndNobodyAsksBefore() {
    standIn.next(new NotifyStandIn.Refuses(429, "RateLimitError", "Exceeded rate limit"));

    assertThat(texts.handOver(text()).notBefore())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(texts.handOver(text()).notBefore())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(standIn.posts()).isEqualTo(1);
    clock.forward(Duration.ofMinutes(1));
    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.TAKEN);
  }

  @Test
  void theLimitOfADayIsOverAfterMidnightUtc() {
    clock.set(Instant.parse("2025-07-01T22:30:00Z"));
    standIn.next(new NotifyStandIn.Refuses(429, "TooManyRequestsError", "Exceeded send limits"));

    assertThat(texts.handOver(text()).notBefore()).isEqualTo("2025-07-02T00:01:00Z");
  }

  @Test
  void nobodyListensIsNotNow() {
    standIn.close();

    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.NOT_NOW);
  }

  @Test
  void anAnswerThatTakesTooLongIsUnknownAndNotifyKnowsIt() {
    CountDownLatch slow = new CountDownLatch(1);
    standIn.next(new NotifyStandIn.Dawdles(slow));

    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.NOT_KNOWN);
    assertThat(texts.ask(text()))
        .hasValueSatisfying(
            found -> {
              assertThat(found.outcome()).isEqualTo(Outcome.TAKEN);
              assertThat(found.reference()).isEqualTo(standIn.taken().get(0).id);
            });
    slow.countDown();
  }

  @Test
  void aConnectionThatBreaksAfterTheTextWasTakenSendsItOnce() {
    standIn.next(new NotifyStandIn.HangsUp(true));

    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.NOT_KNOWN);
    assertThat(standIn.posts()).as("Java would have sent it once more").isEqualTo(1);
    assertThat(texts.ask(text()).orElseThrow().outcome()).isEqualTo(Outcome.TAKEN);
  }

  @Test
  void aConnectionThatBreaksBeforeMaySendItAgain() {
    standIn.next(new NotifyStandIn.HangsUp(false));

    assertThat(texts.handOver(text()).outcome()).isEqualTo(Outcome.NOT_KNOWN);
    assertThat(standIn.posts()).isEqualTo(1);
    assertThat(texts.ask(text()).orElseThrow().outcome()).isEqualTo(Outcome.NOT_NOW);
  }

  @Test
  void aNotifyThatIsAwayCannotTellEither() {
    standIn.isAway(true);

    assertThat(texts.ask(text()).orElseThrow().outcome()).isEqualTo(Outcome.NOT_KNOWN);
  }

  @ParameterizedTest
  @CsvSource({"918, TAKEN", "919, REFUSED"})
  void aTextIsAsLongAsNotifyTakes(int length, Outcome expected) {
    assertThat(texts.handOver(text("+447700900111", "x".repeat(length))).outcome())
        .isEqualTo(expected);
  }

  @Test
  void aSchoolWithoutSettingsIsNotServed() {
    assertThat(texts.serves(People.ELM)).isFalse();
    assertThat(letters.serves(OAK)).isFalse();
  }

  @Test
  void aLetterIsTheVeryPdfThatWeKeep() {
    schools.save(OAK, standIn.address(), null, NotifyStandIn.TEMPLATE, null, true);
    byte[] pdf = "%PDF-1.7 a letter".getBytes(StandardCharsets.US_ASCII);
    Outgoing letter =
        new Outgoing(OAK, "<1@attendance>", "Oak", null, "Femi", "9 Hill Road", "x", "x", "x", pdf);

    assertThat(letters.serves(OAK)).isTrue();
    assertThat(letters.handOver(letter).outcome()).isEqualTo(Outcome.TAKEN);

    assertThat(standIn.taken().get(0).pdf).isEqualTo(pdf);
    assertThat(letters.ask(letter).orElseThrow().outcome()).isEqualTo(Outcome.TAKEN);
    assertThat(texts.ask(letter).orElseThrow().outcome()).as("a text").isEqualTo(Outcome.NOT_NOW);
  }

  @Test
  void howOneTextFaredIsAskedForItself() {
    String reference = texts.handOver(text()).reference();
    standIn.taken().get(0).is("delivered");

    Map<String, Delivery> found = texts.followUp(OAK, List.of(String.valueOf(reference), "gone"));

    assertThat(found).hasSize(1);
    assertThat(found.get(reference).fate()).isEqualTo(Delivery.Fate.ARRIVED);
    assertThat(found.get(reference).at()).isEqualTo("2025-11-03T09:42:00Z");
  }

  @Test
  void howManyTextsFaredIsAskedForTogether() {
    List<String> references = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      references.add(String.valueOf(texts.handOver(text()).reference()));
    }
    standIn.taken().get(0).is("permanent-failure");

    Map<String, Delivery> found = texts.followUp(OAK, references);

    assertThat(found).hasSize(300);
    assertThat(standIn.gets()).isEqualTo(2);
    assertThat(found.get(references.get(0)).fate()).isEqualTo(Delivery.Fate.NOT_DELIVERED);
    assertThat(found.get(references.get(1)).fate()).isEqualTo(Delivery.Fate.ON_ITS_WAY);
  }

  @Test
  void aNotifyThatIsAwayIsAskedAgainAnotherTime() {
    String reference = String.valueOf(texts.handOver(text()).reference());
    standIn.isAway(true);

    assertThat(texts.followUp(OAK, List.of(reference))).isEmpty();
    assertThat(texts.serves(OAK)).isTrue();
  }
}
